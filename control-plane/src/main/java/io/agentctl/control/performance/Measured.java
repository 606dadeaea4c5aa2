package io.agentctl.control.performance;

import java.util.List;

/**
 * What was measured over a stretch of a run.
 *
 * @param seconds how long it was
 * @param counts what became of its requests
 * @param latency from when a request was to be sent until its answer was read; a request that timed out counts with the
 *     time until then
 * @param uncorrected from when it was really sent, which is what tools show that do not correct for coordinated
 *     omission
 * @param connect of connections opened: until TCP had one, names resolved before
 * @param tls of connections opened: from there until TLS was agreed on; none over plain HTTP
 * @param firstByte from when a request was really sent to the first byte of its answer
 */
public record Measured(
        double seconds,
        Counts counts,
        Latencies latency,
        Latencies uncorrected,
        Latencies connect,
        Latencies tls,
        Latencies firstByte) {

    /** Answers a second. */
    public double throughput() {
        return seconds <= 0 ? 0 : counts.answered() / seconds;
    }

    /** Several stretches as one. */
    public static Measured merged(List<Measured> parts) {
        return new Measured(
                parts.stream().mapToDouble(Measured::seconds).sum(),
                parts.stream().map(Measured::counts).reduce(Counts.NONE, Counts::plus),
                Latencies.merged(parts.stream().map(Measured::latency).toList()),
                Latencies.merged(parts.stream().map(Measured::uncorrected).toList()),
                Latencies.merged(parts.stream().map(Measured::connect).toList()),
                Latencies.merged(parts.stream().map(Measured::tls).toList()),
                Latencies.merged(parts.stream().map(Measured::firstByte).toList()));
    }
}
