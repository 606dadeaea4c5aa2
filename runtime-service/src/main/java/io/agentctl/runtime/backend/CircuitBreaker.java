package io.agentctl.runtime.backend;

import io.agentctl.runtime.backend.BackendHealth.Circuit;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Leaves a failing back end alone. Closed, it counts; open, it refuses; half open, it lets a few probes through and
 * goes by what becomes of them.
 */
final class CircuitBreaker {

    /** What became of a call. */
    enum Result {
        GOOD,
        BAD,
        /** Says nothing about the back end: the caller gave up before it could have answered. */
        UNKNOWN
    }

    private static final double JITTER = 0.25;
    private static final Duration RETRY_AFTER_PROBES = Duration.ofSeconds(1);

    private final String backend;
    private final BreakerSettings settings;
    private final Time time;
    private final RandomGenerator random;
    private final BackendListener listener;
    private final RollingWindow window;
    private Circuit state = Circuit.CLOSED;
    /** Counts changes of state: a call that began before the last one has no say any more. */
    private long era;

    private long reopens;
    private int probing;
    private int succeeded;

    CircuitBreaker(
            String backend, BreakerSettings settings, Time time, RandomGenerator random, BackendListener listener) {
        this.backend = backend;
        this.settings = settings;
        this.time = time;
        this.random = random;
        this.listener = listener;
        this.window = new RollingWindow(settings.window(), time.nanos());
    }

    /**
     * Lets a call through.
     *
     * @return what {@link #leave} wants to know afterwards
     */
    synchronized long enter() throws BackendException {
        if (state == Circuit.OPEN && time.nanos() - reopens >= 0) {
            change(Circuit.HALF_OPEN);
        }
        switch (state) {
            case CLOSED -> {}
            case OPEN -> throw refused(Duration.ofNanos(reopens - time.nanos()));
            case HALF_OPEN -> {
                if (probing + succeeded >= settings.probes()) {
                    throw refused(RETRY_AFTER_PROBES);
                }
                probing++;
            }
        }
        return era;
    }

    /** Ends a call that {@link #enter} let through. */
    synchronized void leave(long entered, Result result) {
        if (entered != era) {
            return;
        }
        switch (state) {
            case CLOSED -> count(result);
            case HALF_OPEN -> probed(result);
            // Nobody enters while it is open, and who entered before is of another era.
            case OPEN -> throw new IllegalStateException("A call ended that an open circuit let through");
        }
    }

    private void count(Result result) {
        if (result == Result.UNKNOWN) {
            return;
        }
        long now = time.nanos();
        window.add(now, result == Result.BAD);
        int calls = window.calls(now);
        if (calls >= settings.minimumCalls() && window.bad(now) >= settings.failureRatio() * calls) {
            open();
        }
    }

    private void probed(Result result) {
        probing--;
        switch (result) {
            case BAD -> open();
            case UNKNOWN -> {}
            case GOOD -> {
                succeeded++;
                if (succeeded >= settings.probes()) {
                    window.clear();
                    change(Circuit.CLOSED);
                }
            }
        }
    }

    private void open() {
        double factor = 1 + JITTER * random.nextDouble();
        reopens = time.nanos() + (long) (settings.openFor().toNanos() * factor);
        change(Circuit.OPEN);
    }

    private void change(Circuit next) {
        Circuit before = state;
        state = next;
        era++;
        probing = 0;
        succeeded = 0;
        listener.circuitChanged(backend, before, next);
    }

    /** Its state; an open circuit whose rest is over counts as half open, though nobody has asked yet. */
    synchronized Circuit state() {
        return state == Circuit.OPEN && time.nanos() - reopens >= 0 ? Circuit.HALF_OPEN : state;
    }

    private BackendException refused(Duration retryAfter) {
        return BackendException.refused(
                BackendException.Kind.CIRCUIT_OPEN,
                "The back end %s failed too often of late and is left alone for now".formatted(backend),
                retryAfter);
    }
}
