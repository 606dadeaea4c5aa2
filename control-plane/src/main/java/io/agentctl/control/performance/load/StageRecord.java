package io.agentctl.control.performance.load;

import io.agentctl.control.performance.Counts;
import io.agentctl.control.performance.Latencies;
import io.agentctl.control.performance.LoadResult.Interval;
import io.agentctl.control.performance.Measured;
import io.agentctl.control.performance.http.Ending;
import io.agentctl.control.performance.http.Failure;
import io.agentctl.control.performance.http.Shot;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** What is measured of a stage. One thread writes, another looks at it now and then. */
final class StageRecord {

    private static final long MICRO = 1_000;
    private static final double NANOS = 1e9;

    private final long start;
    private final Histogram latency = Latencies.empty();
    private final Histogram uncorrected = Latencies.empty();
    private final Histogram connect = Latencies.empty();
    private final Histogram tls = Latencies.empty();
    private final Histogram firstByte = Latencies.empty();
    private final TreeMap<Integer, Long> statuses = new TreeMap<>();
    private final TreeMap<String, Long> errors = new TreeMap<>();
    private final TreeMap<String, Long> checks = new TreeMap<>();
    private final IntervalLog intervals = new IntervalLog();
    private long sent;
    private long failed;
    private long bytes;
    private long connections;
    private long lastEnd;

    /** @param start of the stage, as {@link System#nanoTime} counts */
    StageRecord(long start) {
        this.start = start;
        this.lastEnd = start;
    }

    synchronized void sent() {
        sent++;
    }

    synchronized void opened(long connectNanos, long tlsNanos) {
        connections++;
        connect.recordValue(micros(connectNanos));
        if (tlsNanos >= 0) {
            tls.recordValue(micros(tlsNanos));
        }
    }

    synchronized void answered(Ending ending, Ending.Answer answer, List<String> failedChecks) {
        Shot shot = ending.shot();
        long micros = micros(ending.at() - shot.due());
        latency.recordValue(micros);
        uncorrected.recordValue(micros(ending.at() - shot.sent()));
        firstByte.recordValue(micros(answer.firstByte() - shot.sent()));
        statuses.merge(answer.status(), 1L, Long::sum);
        bytes += answer.bytes();
        failedChecks.forEach(check -> checks.merge(check, 1L, Long::sum));
        note(shot.due(), ending.at(), micros, !failedChecks.isEmpty());
    }

    /** A caller who waits in vain has waited: what timed out counts with its time until then. */
    synchronized void failed(Ending ending, Failure failure) {
        Shot shot = ending.shot();
        errors.merge(failure.kind().toString(), 1L, Long::sum);
        boolean waited =
                switch (failure.kind()) {
                    case TIMEOUT, CONNECT_TIMEOUT, NOT_SENT -> true;
                    case REFUSED, UNREACHABLE, RESET, CLOSED, TLS, MALFORMED, EXHAUSTED, OTHER -> false;
                };
        long micros = waited ? micros(ending.at() - shot.due()) : -1;
        if (waited) {
            latency.recordValue(micros);
            if (failure.kind() != Failure.Kind.NOT_SENT) {
                uncorrected.recordValue(micros(ending.at() - shot.sent()));
            }
        }
        note(shot.due(), ending.at(), micros, true);
    }

    synchronized Measured measured(long planned, double seconds) {
        return new Measured(
                seconds,
                counts(planned),
                Latencies.of(latency),
                Latencies.of(uncorrected),
                Latencies.of(connect),
                Latencies.of(tls),
                Latencies.of(firstByte));
    }

    synchronized List<Interval> intervals(int stage, double after) {
        return intervals.intervals(stage, after);
    }

    synchronized Counts counts(long planned) {
        TreeMap<String, Long> named = new TreeMap<>();
        for (Map.Entry<Integer, Long> status : statuses.entrySet()) {
            named.put(Integer.toString(status.getKey()), status.getValue());
        }
        return new Counts(planned, sent, failed, named, errors, checks, bytes, connections);
    }

    /** Seconds from its start to the last end. */
    synchronized double seconds() {
        return (lastEnd - start) / NANOS;
    }

    private void note(long due, long at, long micros, boolean isFailure) {
        failed += isFailure ? 1 : 0;
        lastEnd = Math.max(lastEnd, at);
        intervals.add(Math.max(0, due - start) / NANOS, micros, isFailure);
    }

    private static long micros(long nanos) {
        return Math.clamp(Math.ceilDiv(nanos, MICRO), 0, Latencies.MOST_MICROS);
    }
}
