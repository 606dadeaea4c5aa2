package io.agentctl.policies.store;

import io.agentctl.policies.document.PolicyId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How items are named in the table: the partition {@code pk} and, within it, the sort key {@code sk}. */
final class Keys {

    static final String PARTITION = "pk";
    static final String SORT = "sk";

    static final String CATALOGUE = "POLICIES";
    static final String META = "META";
    static final String HEAD = "HEAD";
    static final String VERSION = "VERSION#";
    static final String NUMBER = "NUMBER#";
    static final String GENERATION = "GEN#";
    static final String INSTANCE = "INSTANCE#";

    /** {@link Instant#toString} leaves out zeros, which would sort a whole second after its fractions. */
    private static final DateTimeFormatter SORTABLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("uuuu-MM").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH").withZone(ZoneOffset.UTC);

    private Keys() {}

    static Map<String, AttributeValue> key(String partition, String sort) {
        return Map.of(PARTITION, AttributeValue.fromS(partition), SORT, AttributeValue.fromS(sort));
    }

    static String policy(PolicyId policy) {
        return "POLICY#" + policy;
    }

    static String number(long number) {
        return NUMBER + "%010d".formatted(number);
    }

    static String set(String environment) {
        return "POLICYSET#" + environment;
    }

    static String generation(long generation) {
        return GENERATION + "%010d".formatted(generation);
    }

    static String runtimes(String environment) {
        return "RUNTIME#" + environment;
    }

    static String audit(Instant at) {
        return "AUDIT#" + MONTH.format(at);
    }

    static String decisions(String environment, Instant at) {
        return "DECISION#" + environment + "#" + HOUR.format(at);
    }

    /** A sort key by time, to the microsecond, with an id for what happened at once. */
    static String at(Instant at, String id) {
        return SORTABLE.format(at) + "#" + id;
    }

    /** Before everything at that time or later. */
    static String from(Instant at) {
        return SORTABLE.format(at);
    }
}
