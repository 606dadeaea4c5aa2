package io.agentctl.control.performance.load;

import io.agentctl.control.performance.Latencies;
import io.agentctl.control.performance.threshold.FigureText;
import java.util.Optional;

/** What a reader must know of requests that were sent late, though not so late that the figures are void. */
public final class LagRemark {

    /** The share of the latency's p99 from which on lateness of sending would be taken for the target's. */
    private static final double MUCH = 0.25;
    /** Milliseconds below which lateness is how exactly an operating system wakes a program. */
    private static final double LEAST = 1;

    private static final String BEGINNING = "Requests were sent up to ";

    private LagRemark() {}

    /** The remark, where there is something to say. */
    public static Optional<String> of(Latencies lag, Latencies latency) {
        return lag.p99() > Math.max(LEAST, MUCH * latency.p99())
                ? Optional.of(BEGINNING + FigureText.millis(lag.p99())
                        + " late (p99): that much of the latency is of this machine, not of the target.")
                : Optional.empty();
    }

    /** Whether a remark is such a one. */
    public static boolean is(String remark) {
        return remark.startsWith(BEGINNING);
    }
}
