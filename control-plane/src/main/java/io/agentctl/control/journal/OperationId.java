package io.agentctl.control.journal;

import io.agentctl.control.plan.Identifier;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Names an operation. Ids sort by time, to a millisecond or so, and are short enough to type:
 * {@code op-20261124-031502-k7qdm}.
 *
 * @param value the whole id
 */
public record OperationId(String value) implements Identifier, Comparable<OperationId> {

    private static final Pattern FORM = Pattern.compile("op-\\d{8}-\\d{6}-[a-z2-9]{5}");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    /** In ASCII order, without letters and digits that are easily taken for each other. */
    private static final String ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";

    /** What two characters can tell apart. */
    private static final long SECOND_PARTS = (long) ALPHABET.length() * ALPHABET.length();

    private static final int RANDOM_CHARACTERS = 3;

    public OperationId {
        if (!valid(value)) {
            throw new IllegalArgumentException("not an operation id: " + value);
        }
    }

    /** True for text that has the form of an id. */
    public static boolean valid(String text) {
        return FORM.matcher(text).matches();
    }

    /** Makes a new id for an operation that begins {@code now}. */
    public static OperationId next(Instant now, RandomGenerator random) {
        int fraction = (int) (now.getLong(ChronoField.NANO_OF_SECOND) * SECOND_PARTS / 1_000_000_000);
        StringBuilder tail = new StringBuilder()
                .append(ALPHABET.charAt(fraction / ALPHABET.length()))
                .append(ALPHABET.charAt(fraction % ALPHABET.length()));
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
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
