package io.agentctl.control.performance.load;

import io.agentctl.control.performance.Latencies;
import io.agentctl.control.performance.http.Ending;
import io.agentctl.control.performance.http.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * What is known of a run: its stages, what was measured of each, how late requests were sent, what a reader should
 * know. The thread that sends writes it; what others may look at meanwhile says so.
 */
final class Account {

    private static final long LATE = Duration.ofMillis(20).toNanos();
    private static final long MICRO = 1_000;
    private static final int MOST_REMARKS = 5;

    private final List<StageRun> runs = new ArrayList<>();
    private final List<StageRecord> records = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final Live live = new Live();
    private final Histogram lag = Latencies.empty();
    private long late;

    /** A stage begins. */
    void begin(StageRun run) {
        synchronized (records) {
            runs.add(run);
            records.add(new StageRecord(run.start()));
        }
    }

    /** How many stages have begun; on the thread that sends. */
    int begun() {
        return runs.size();
    }

    /** A request of a stage is sent. */
    void sent(StageRun run) {
        records.get(run.number()).sent();
    }

    /** A request was sent so much later than it could have been. */
    void lag(long nanos) {
        lag.recordValue(Math.clamp(nanos / MICRO, 0, Latencies.MOST_MICROS));
        late += nanos > LATE ? 1 : 0;
    }

    /** A connection was opened for the stage that began last. */
    void opened(long connect, long tls) {
        records.getLast().opened(connect, tls);
    }

    /** A request was answered. */
    void answered(Ending ending, Ending.Answer answer, List<String> failedChecks) {
        record(ending).answered(ending, answer, failedChecks);
        live(ending, !failedChecks.isEmpty());
    }

    /** A request ended without an answer. */
    void failed(Ending ending, Failure failure) {
        record(ending).failed(ending, failure);
        live(ending, true);
        switch (failure.kind()) {
            case TLS, MALFORMED, OTHER, EXHAUSTED -> remember(failure.kind() + ": " + failure.detail());
            case TIMEOUT, CONNECT_TIMEOUT, REFUSED, UNREACHABLE, RESET, CLOSED, NOT_SENT -> {
                // The kind says it all.
            }
        }
    }

    private StageRecord record(Ending ending) {
        return records.get(ending.shot().stage());
    }

    private void live(Ending ending, boolean failed) {
        live.add(ending.at() - ending.shot().due(), failed);
    }

    /** Notes what a reader should know, once. */
    void remember(String remark) {
        synchronized (remarks) {
            if (remarks.size() < MOST_REMARKS && !remarks.contains(remark)) {
                remarks.add(remark);
            }
        }
    }

    /** What ended since this was last asked; from any thread. */
    Live.Glance glance() {
        return live.take();
    }

    /** Stages that have begun; from any thread. */
    List<StageRecord> records() {
        synchronized (records) {
            return List.copyOf(records);
        }
    }

    /** Their runs; from any thread. */
    List<StageRun> runs() {
        synchronized (records) {
            return List.copyOf(runs);
        }
    }

    /** What a reader should know; from any thread. */
    List<String> remarks() {
        synchronized (remarks) {
            return List.copyOf(remarks);
        }
    }

    /** How late requests were sent; once all is over. */
    Latencies lag() {
        return Latencies.of(lag);
    }

    /** How many were sent too late; once all is over. */
    long late() {
        return late;
    }
}
