package io.agentctl.control.performance.scenario;

/**
 * When each request of an open stage is to be sent: a function, so that nothing grows with the length of a run.
 *
 * <p>At a rate that changes from {@code a} to {@code b} over {@code d} seconds, {@code N(t) = a t + (b - a) t² / 2d}
 * requests are due by the time {@code t}; request {@code i} is sent when {@code N(t) = i}.
 *
 * @param from requests a second at the beginning
 * @param slope by how much that grows each second
 * @param count how many there are
 * @param length nanoseconds from the beginning of the stage to its end
 */
public record Schedule(double from, double slope, long count, long length) {

    private static final double NANOS = 1e9;
    /** Of a request: what is nearer to a whole one than this is one, in spite of how computers divide. */
    private static final double NEAR = 1e-6;

    /** The schedule of a stage. */
    public static Schedule of(Stage stage, Load.Open open) {
        double from = open.from().perSecond();
        long most = stage.requests().orElse(Long.MAX_VALUE);
        if (stage.duration().isEmpty()) {
            return new Schedule(from, 0, most, Math.round(most / from * NANOS));
        }
        double seconds = stage.duration().get().toNanos() / NANOS;
        double slope = (open.to().perSecond() - from) / seconds;
        long due = (long) Math.ceil((from + open.to().perSecond()) / 2 * seconds - NEAR);
        if (due <= most) {
            return new Schedule(from, slope, due, stage.duration().get().toNanos());
        }
        return new Schedule(from, slope, most, Math.round(seconds(from, slope, (double) most) * NANOS));
    }

    /**
     * When a request is to be sent, in nanoseconds from the beginning of the stage.
     *
     * @param index from 0, below {@link #count}
     */
    public long nanos(long index) {
        return Math.round(seconds(from, slope, (double) index) * NANOS);
    }

    /** How many requests are due by a time, itself included. */
    public long due(long nanos) {
        if (nanos < 0) {
            return 0;
        }
        double seconds = nanos / NANOS;
        return Math.min(count, (long) Math.floor((from + slope * seconds / 2) * seconds + NEAR) + 1);
    }

    /** In the form that does not subtract what is nearly equal. */
    private static double seconds(double from, double slope, double index) {
        if (index == 0) {
            return 0;
        }
        return 2 * index / (from + Math.sqrt(Math.max(0, from * from + 2 * slope * index)));
    }
}
