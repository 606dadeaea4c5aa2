package io.agentctl.sandbox.table;

import java.util.Arrays;
import java.util.Optional;

/**
 * An operation that others use, as the traffic of a table is made of: what a request takes, returns and lasts. Half of
 * the units that are no scan's are read by key, half by query; of an index, all of them by query.
 */
enum UsedOperation {
    /** One item of up to 4 KB, strongly consistent. */
    GET_ITEM("GetItem", 1, 0, 3),
    /** Eight items. */
    QUERY("Query", 2, 8, 6),
    /** A page of 1 MB, eventually consistent. */
    SCAN("Scan", 128, 1024, 45),
    /** One item of up to 1 KB. */
    PUT_ITEM("PutItem", 1, 0, 5);

    private static final double HALF = 0.5;

    private final String wireName;
    private final double units;
    private final double items;
    private final double millis;

    UsedOperation(String wireName, double units, double items, double millis) {
        this.wireName = wireName;
        this.units = units;
        this.items = items;
        this.millis = millis;
    }

    static Optional<UsedOperation> parse(String wireName) {
        return Arrays.stream(values())
                .filter(operation -> operation.wireName.equals(wireName))
                .findFirst();
    }

    String wireName() {
        return wireName;
    }

    boolean reads() {
        return this != PUT_ITEM;
    }

    /** Items that a request returns. */
    double items() {
        return items;
    }

    /** Milliseconds that a request takes. */
    double millis() {
        return millis;
    }

    /**
     * How many requests units are of.
     *
     * @param all the units of a table or an index, reads or writes as this is
     * @param scans the share that scans take
     * @param index whether they are an index's
     */
    double requests(double all, double scans, boolean index) {
        return switch (this) {
            case SCAN -> all * scans / units;
            case GET_ITEM -> index ? 0 : all * (1 - scans) * HALF / units;
            case QUERY -> all * (1 - scans) * (index ? 1 : HALF) / units;
            // Writes of an index come with those of its table.
            case PUT_ITEM -> index ? 0 : all / units;
        };
    }
}
