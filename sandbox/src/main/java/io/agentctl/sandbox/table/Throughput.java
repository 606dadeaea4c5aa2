package io.agentctl.sandbox.table;

/**
 * Capacity units of a table or an index.
 *
 * @param read read units a second, not negative
 * @param write write units a second, not negative
 */
public record Throughput(long read, long write) {
    /** What a table on demand says it has. */
    public static final Throughput NONE = new Throughput(0, 0);

    /** Validates. */
    public Throughput {
        if (read < 0 || write < 0) {
            throw new IllegalArgumentException("throughput must not be negative: " + read + ", " + write);
        }
    }

    /** Whether any of the two is below another's. */
    boolean below(Throughput other) {
        return read < other.read || write < other.write;
    }

    Throughput atLeast(Throughput floor) {
        return new Throughput(Math.max(read, floor.read), Math.max(write, floor.write));
    }
}
