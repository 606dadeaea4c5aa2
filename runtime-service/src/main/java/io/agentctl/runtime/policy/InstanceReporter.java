package io.agentctl.runtime.policy;

import io.agentctl.policies.PolicyException;
import io.agentctl.policies.store.PolicyStore;
import io.agentctl.policies.store.RuntimeInstance;
import io.agentctl.runtime.telemetry.EventLog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Tells the store which generation this instance enforces: every few seconds, and at once when it is another one. A
 * report that fails is made again with the next.
 */
final class InstanceReporter implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofSeconds(5);

    /** Two reports may fail before an instance is taken as gone. */
    private static final Duration TIME_TO_LIVE = INTERVAL.multipliedBy(4);

    private final PolicyStore store;
    private final Identity identity;
    private final Supplier<PolicyState> state;
    private final EventLog events;
    private final InstantSource clock;
    private final Semaphore due = new Semaphore(0);
    private final Thread thread;
    private volatile Told told = new Told(-1, Optional.empty());

    /** Who this instance is. */
    record Identity(String id, String environment, String address, String version) {}

    private record Told(long generation, Optional<String> problem) {}

    InstanceReporter(
            PolicyStore store, Identity identity, Supplier<PolicyState> state, EventLog events, InstantSource clock) {
        this.store = store;
        this.identity = identity;
        this.state = state;
        this.events = events;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("instance-reporter").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Reports soon if there is something new to say. */
    void changed() {
        PolicyState now = state.get();
        if (now.unreachableSince().isEmpty() && !told.equals(new Told(now.generation(), now.problem()))) {
            due.release();
        }
    }

    private void run() {
        try {
            while (true) {
                report();
                boolean ignored = due.tryAcquire(INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
                due.drainPermits();
            }
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        }
    }

    private void report() {
        PolicyState now = state.get();
        Instant at = clock.instant();
        try {
            store.report(
                    new RuntimeInstance(
                            identity.id(),
                            identity.environment(),
                            identity.address(),
                            identity.version(),
                            now.generation(),
                            now.since().orElse(at),
                            at,
                            now.problem()),
                    TIME_TO_LIVE);
            told = new Told(now.generation(), now.problem());
        } catch (PolicyException failed) {
            // The watcher says that the store is gone.
            if (failed.kind() != PolicyException.Kind.UNREACHABLE) {
                events.warn("instance.report", failed.getMessage());
            }
        }
    }

    /** Signs off, if the store can be reached. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(INTERVAL);
            store.leave(identity.environment(), identity.id());
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        } catch (PolicyException failed) {
            events.note("instance.leave", failed.getMessage());
        }
    }
}
