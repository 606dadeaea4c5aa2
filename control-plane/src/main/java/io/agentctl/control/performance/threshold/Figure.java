package io.agentctl.control.performance.threshold;

/** What a threshold can speak of. */
public sealed interface Figure {

    /** A percentile of the corrected latency, in milliseconds. */
    record Percentile(double percent) implements Figure {}

    /** Another figure of the corrected latency, in milliseconds. */
    record Latency(Part part) implements Figure {}

    /** Which figure of the latency. */
    enum Part {
        MEAN,
        MIN,
        MAX
    }

    /** Requests that count as errors: a share of all from 0 to 1, or their number. */
    record Errors(boolean share) implements Figure {}

    /** Answers a second. */
    record Rate() implements Figure {}

    /**
     * Answers of some statuses: a share of what ended from 0 to 1, or their number.
     *
     * @param statuses such as {@code 503} or {@code 5xx}
     */
    record Status(String statuses, boolean share) implements Figure {}
}
