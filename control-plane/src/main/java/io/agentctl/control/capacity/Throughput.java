package io.agentctl.control.capacity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Units a second of a table or an index.
 *
 * @param reads read units, 0 or more; 0 on demand
 * @param writes write units, likewise
 */
public record Throughput(int reads, int writes) {

    /** What a table has on demand. */
    public static final Throughput NONE = new Throughput(0, 0);

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})/(\\d{1,9})");

    public Throughput {
        if (reads < 0 || writes < 0) {
            throw new IllegalArgumentException("throughput is 0 or more, not " + reads + " and " + writes);
        }
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException if it is not of that form
     */
    public static Throughput parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("throughput is READS/WRITES, such as 100/20, not " + text);
        }
        return new Throughput(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
    }

    int units(Direction direction) {
        return switch (direction) {
            case READS -> reads;
            case WRITES -> writes;
        };
    }

    /** The same with another number of one of them. */
    Throughput with(Direction direction, int units) {
        return switch (direction) {
            case READS -> new Throughput(units, writes);
            case WRITES -> new Throughput(reads, units);
        };
    }

    /** True if neither is more than another's. */
    boolean within(Throughput most) {
        return reads <= most.reads && writes <= most.writes;
    }

    /** Both together; no more than there are numbers for. */
    Throughput plus(Throughput other) {
        return new Throughput(sum(reads, other.reads), sum(writes, other.writes));
    }

    private static int sum(int one, int other) {
        return (int) Math.min(Integer.MAX_VALUE, (long) one + other);
    }

    /** True if a table can have it: neither is 0. */
    boolean usable() {
        return reads > 0 && writes > 0;
    }

    /** {@code 100/20}. */
    @Override
    public String toString() {
        return reads + "/" + writes;
    }
}
