package io.agentctl.sandbox.protocol;

import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.Buildable;

/** What can be done with any of the SDK's model objects through their descriptions. */
public final class Pojos {
    private Pojos() {}

    /** The field's value, or null when it was never set: the SDK's auto-constructed collections count as not set. */
    public static Object valueOf(SdkField<?> field, SdkPojo pojo) {
        Object value = field.getValueOrDefault(pojo);
        return value instanceof SdkAutoConstructList || value instanceof SdkAutoConstructMap ? null : value;
    }

    /** The finished object of a model class's builder. */
    static SdkPojo build(SdkPojo builder) {
        return (SdkPojo) ((Buildable) builder).build();
    }

    /**
     * Copies the members that two shapes have in common, by their names on the wire, and that are set.
     *
     * @param from a built object
     * @param to a builder, usually of another class
     * @param except names on the wire to leave alone
     */
    public static void copy(SdkPojo from, SdkPojo to, Set<String> except) {
        Map<String, SdkField<?>> source = from.sdkFieldNameToField();
        for (SdkField<?> target : to.sdkFields()) {
            SdkField<?> field = source.get(target.locationName());
            if (field == null || except.contains(target.locationName())) {
                continue;
            }
            Object value = valueOf(field, from);
            if (value != null && field.marshallingType().equals(target.marshallingType())) {
                target.set(to, value);
            }
        }
    }
}
