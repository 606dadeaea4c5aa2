package io.agentctl.runtime.policy;

import io.agentctl.policies.PolicyException;
import io.agentctl.policies.rollout.DecisionLine;
import io.agentctl.policies.rollout.RecordedDecision;
import io.agentctl.policies.store.PolicyStore;
import io.agentctl.policies.store.RecordedLine;
import io.agentctl.runtime.dispatch.Decided;
import io.agentctl.runtime.telemetry.EventLog;
import io.agentctl.runtime.telemetry.Exchange;
import io.agentctl.runtime.telemetry.ExchangeListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Records decisions in the store for replay: masked, a sample of the allowed ones, in batches, on a thread of its own.
 * What comes faster than it goes out is dropped and counted.
 */
public final class DecisionRecorder implements ExchangeListener, AutoCloseable {

    private static final int WAITING = 1024;
    private static final int BATCH = 100;
    private static final long CLOSE_MILLIS = 3000;

    private final PolicyStore store;
    private final String environment;
    private final ActivePolicies active;
    private final EventLog events;
    private final double share;
    private final Duration kept;
    private final BlockingQueue<Decided> waiting = new ArrayBlockingQueue<>(WAITING);
    private final LongAdder dropped = new LongAdder();
    private final Thread thread;
    private volatile boolean closed;

    /**
     * Makes a recorder.
     *
     * @param share of allowed decisions that are recorded, 0 to 1; denials always are, unless it is 0
     * @param kept how long until they expire
     */
    public DecisionRecorder(
            PolicyStore store,
            String environment,
            ActivePolicies active,
            EventLog events,
            double share,
            Duration kept) {
        this.store = store;
        this.environment = environment;
        this.active = active;
        this.events = events;
        this.share = share;
        this.kept = kept;
        this.thread = Thread.ofPlatform().name("decision-recorder").daemon().start(this::run);
    }

    @Override
    public void ended(Exchange exchange) {
        if (share == 0 || exchange.decided().isEmpty()) {
            return;
        }
        Decided decided = exchange.decided().get();
        if (decided.decision().allowed() && ThreadLocalRandom.current().nextDouble() >= share) {
            return;
        }
        if (!waiting.offer(decided)) {
            dropped.increment();
        }
    }

    /** Decisions that were to be recorded and were not. */
    public long dropped() {
        return dropped.sum();
    }

    private void run() {
        List<Decided> batch = new ArrayList<>();
        try {
            while (!closed || !waiting.isEmpty()) {
                Decided first = waiting.poll(200, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    waiting.drainTo(batch, BATCH - 1);
                    record(batch);
                    batch.clear();
                }
            }
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        }
    }

    private void record(List<Decided> batch) {
        List<RecordedLine> lines = batch.stream()
                .map(active::record)
                .flatMap(Optional::stream)
                .map(DecisionRecorder::line)
                .toList();
        try {
            dropped.add(store.record(environment, lines, kept));
        } catch (PolicyException failed) {
            dropped.add(lines.size());
            if (failed.kind() != PolicyException.Kind.UNREACHABLE) {
                events.warn("decisions.lost", failed.getMessage());
            }
        }
    }

    private static RecordedLine line(RecordedDecision record) {
        return new RecordedLine(record.at(), record.id(), DecisionLine.write(record));
    }

    /** Writes what waits, for a moment. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        }
    }
}
