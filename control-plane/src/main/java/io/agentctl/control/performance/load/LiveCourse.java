package io.agentctl.control.performance.load;

import io.agentctl.control.performance.Latencies;
import io.agentctl.control.performance.threshold.FigureText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How a run goes, second by second, for who watches it. */
public final class LiveCourse {

    private static final int KEPT = 30;
    /** Milliseconds at the bottom of the strip. */
    private static final double LOWEST = 1;

    private final double highest;
    private final List<Double> heights = new ArrayList<>();

    /** @param timeout of a request, which stands at the top */
    public LiveCourse(Duration timeout) {
        this.highest = Math.max(2, timeout.toMillis());
    }

    /**
     * Adds a second.
     *
     * @param latency of what ended in it
     * @param failed how many of it count as errors
     * @param seconds how long it really was
     * @return its figures in words
     */
    public String add(Latencies latency, long failed, double seconds) {
        boolean nothing = latency.count() == 0;
        heights.add(nothing ? -1 : height(latency.p99()));
        if (heights.size() > KEPT) {
            heights.removeFirst();
        }
        return nothing
                ? "nothing answered in the last second"
                : FigureText.perSecond(latency.count() / seconds) + "  p50 " + FigureText.millis(latency.p50())
                        + "  p99 " + FigureText.millis(latency.p99()) + "  errors "
                        + FigureText.percent((double) failed / latency.count());
    }

    /** How high the p99 of each stands, from 0 to 1, below 0 for none; the latest last. */
    public List<Double> heights() {
        return List.copyOf(heights);
    }

    /** Equal factors are equally high. */
    private double height(double millis) {
        return Math.clamp(Math.log(Math.max(millis, LOWEST) / LOWEST) / Math.log(highest / LOWEST), 0, 1);
    }
}
