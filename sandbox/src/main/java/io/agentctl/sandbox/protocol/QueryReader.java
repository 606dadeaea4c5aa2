package io.agentctl.sandbox.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/** Reads Query parameters into the SDK's model classes. */
final class QueryReader {
    private QueryReader() {}

    static SdkPojo read(FormTree tree, SdkPojo builder) {
        for (SdkField<?> field : builder.sdkFields()) {
            tree.child(field.locationName()).ifPresent(child -> field.set(builder, value(field, child)));
        }
        return Pojos.build(builder);
    }

    private static Object value(SdkField<?> field, FormTree tree) {
        return switch (field.marshallingType().getKnownType()) {
            case STRING, INTEGER, LONG, SHORT, BYTE, FLOAT, DOUBLE, BIG_DECIMAL, BOOLEAN, INSTANT, SDK_BYTES ->
                Scalars.parse(field, text(field, tree));
            case SDK_POJO -> read(tree, field.constructor().get());
            case LIST -> list(field, tree);
            case MAP -> map(field, tree);
            case NULL, DOCUMENT -> throw new MalformedRequestException("Cannot read " + field.memberName(), null);
        };
    }

    private static String text(SdkField<?> field, FormTree tree) {
        if (tree.text() == null) {
            throw new MalformedRequestException(field.memberName() + " must be a value", null);
        }
        return tree.text();
    }

    private static List<Object> list(SdkField<?> field, FormTree tree) {
        ListTrait trait = field.getTrait(ListTrait.class);
        FormTree parent =
                trait.isFlattened() ? tree : tree.child(memberName(trait)).orElse(tree);
        List<Object> values = new ArrayList<>();
        for (FormTree element : parent.elements()) {
            values.add(value(trait.memberFieldInfo(), element));
        }
        return values;
    }

    private static Map<String, Object> map(SdkField<?> field, FormTree tree) {
        MapTrait trait = field.getTrait(MapTrait.class);
        FormTree parent = trait.isFlattened() ? tree : tree.child("entry").orElse(tree);
        Map<String, Object> values = new LinkedHashMap<>();
        for (FormTree entry : parent.elements()) {
            String key = entry.textOf(trait.keyLocationName())
                    .orElseThrow(() -> new MalformedRequestException(field.memberName() + " has no key", null));
            entry.child(trait.valueLocationName())
                    .ifPresent(child -> values.put(key, value(trait.valueFieldInfo(), child)));
        }
        return values;
    }

    private static String memberName(ListTrait trait) {
        return trait.memberLocationName() == null ? "member" : trait.memberLocationName();
    }
}
