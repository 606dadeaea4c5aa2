package io.agentctl.control.capacity;

import io.agentctl.control.plan.Identifier;
import io.agentctl.control.scaling.Scalable;
import io.agentctl.control.scaling.ScaledQuantity;
import java.util.Comparator;
import java.util.Locale;

/**
 * What is provided for by itself: the reads, or the writes, of a table or of one of its global indexes.
 *
 * @param index the index; empty for the table itself
 * @param direction which of the two
 */
public record Meter(String index, Direction direction) implements Identifier, Comparable<Meter> {

    private static final Comparator<Meter> ORDER =
            Comparator.comparing(Meter::index).thenComparing(Meter::direction);

    /** Reads what {@link #toString} writes. */
    public static Meter parse(String text) {
        String[] words = text.split(" of ", 2);
        return new Meter(words.length == 1 ? "" : words[1], Direction.valueOf(words[0].toUpperCase(Locale.ROOT)));
    }

    /** What Application Auto Scaling calls it. */
    Scalable of(TableName table) {
        boolean reads = direction == Direction.READS;
        if (index.isEmpty()) {
            return new Scalable(reads ? ScaledQuantity.TABLE_READS : ScaledQuantity.TABLE_WRITES, "table/" + table);
        }
        return new Scalable(
                reads ? ScaledQuantity.INDEX_READS : ScaledQuantity.INDEX_WRITES, "table/" + table + "/index/" + index);
    }

    @Override
    public int compareTo(Meter other) {
        return ORDER.compare(this, other);
    }

    /** {@code reads}, {@code writes of by-owner}. */
    @Override
    public String toString() {
        return direction.name().toLowerCase(Locale.ROOT) + (index.isEmpty() ? "" : " of " + index);
    }
}
