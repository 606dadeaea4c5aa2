package io.agentctl.control.journal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.random.RandomGenerator;

/**
 * Names an operation. Ids sort by time, and are short enough to type: {@code op-20261124-031502-k7qd}.
 *
 * @param value the whole id
 */
public record OperationId(String value) implements Comparable<OperationId> {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    /** Without letters and digits that are easily taken for each other. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    public OperationId {
        if (!value.matches("op-\\d{8}-\\d{6}-[a-z2-9]{4}")) {
            throw new IllegalArgumentException("not an operation id: " + value);
        }
    }

    /** Makes a new id for an operation that begins {@code now}. */
    public static OperationId next(Instant now, RandomGenerator random) {
        StringBuilder tail = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            tail.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new OperationId("op-" + STAMP.format(now) + "-" + tail);
    }

    @Override
    public int compareTo(OperationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
