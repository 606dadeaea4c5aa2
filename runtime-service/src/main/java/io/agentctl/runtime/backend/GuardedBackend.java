package io.agentctl.runtime.backend;

import io.agentctl.runtime.backend.BackendException.Kind;
import io.agentctl.runtime.backend.BackendException.Repeat;
import io.agentctl.runtime.backend.CircuitBreaker.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A target with everything around it that protects the runtime from it, from the outside in: deadline, bulkhead,
 * circuit breaker, retries, and a timeout for each attempt.
 */
final class GuardedBackend implements Backend {

    private record Trouble(String message, Instant at) {}

    private final BackendSettings settings;
    private final Transport transport;
    private final Time time;
    private final BackendListener listener;
    private final Bulkhead bulkhead;
    private final CircuitBreaker breaker;
    private final Retrier retrier;
    private volatile Trouble trouble;

    GuardedBackend(
            BackendSettings settings,
            Transport transport,
            Time time,
            RandomGenerator random,
            BackendListener listener) {
        this.settings = settings;
        this.transport = transport;
        this.time = time;
        this.listener = listener;
        this.bulkhead = new Bulkhead(settings.name(), settings.bulkhead());
        this.breaker = new CircuitBreaker(settings.name(), settings.breaker(), time, random, listener);
        this.retrier = new Retrier(settings.name(), settings.retry(), time, random, listener);
    }

    @Override
    public BackendAnswer call(BackendCall call) throws BackendException {
        long began = time.nanos();
        Attempts attempts = new Attempts(call);
        listener.started(settings.name());
        Optional<Kind> failure = Optional.of(Kind.FAILED);
        try {
            byte[] answer = throughBulkhead(attempts);
            failure = Optional.empty();
            return new BackendAnswer(answer, attempts.made);
        } catch (BackendException problem) {
            failure = Optional.of(problem.kind());
            throw problem;
        } finally {
            listener.ended(settings.name(), failure, Duration.ofNanos(time.nanos() - began), attempts.made);
        }
    }

    private byte[] throughBulkhead(Attempts attempts) throws BackendException {
        attempts.remaining();
        bulkhead.enter();
        try {
            return throughBreaker(attempts);
        } finally {
            bulkhead.leave();
        }
    }

    private byte[] throughBreaker(Attempts attempts) throws BackendException {
        long entered = breaker.enter();
        Result result = Result.UNKNOWN;
        try {
            byte[] answer = retrier.run(attempts.call.deadline(), attempts);
            result = attempts.wasSlow() ? Result.BAD : Result.GOOD;
            return answer;
        } catch (BackendException problem) {
            result = judge(problem, attempts);
            remember(problem, result);
            throw problem;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw BackendException.failed("The call was given up", Repeat.NEVER, stopped);
        } finally {
            breaker.leave(entered, result);
        }
    }

    private Result judge(BackendException problem, Attempts attempts) {
        return switch (problem.kind()) {
            case REJECTED -> Result.GOOD;
            case FAILED, OVERLOADED, CIRCUIT_OPEN -> Result.BAD;
            // A caller in a hurry must not make a healthy back end look dead to all others.
            case TIMEOUT -> attempts.hadItsTime() ? Result.BAD : Result.UNKNOWN;
        };
    }

    private void remember(BackendException problem, Result result) {
        if (result == Result.BAD) {
            trouble = new Trouble(problem.getMessage(), time.now());
        }
    }

    @Override
    public BackendHealth health() {
        Optional<Trouble> last = Optional.ofNullable(trouble);
        return new BackendHealth(
                settings.name(),
                breaker.state(),
                bulkhead.inFlight(),
                last.map(Trouble::message),
                last.map(Trouble::at));
    }

    @Override
    public void close() {
        transport.close();
    }

    /** The attempts of one call. */
    private final class Attempts implements Retrier.Attempt {
        private final BackendCall call;
        private int made;
        private Duration lastTook = Duration.ZERO;

        private Attempts(BackendCall call) {
            this.call = call;
        }

        @Override
        public byte[] run() throws BackendException, InterruptedException {
            Duration remaining = remaining();
            Duration timeout = remaining.compareTo(settings.timeout()) < 0 ? remaining : settings.timeout();
            made++;
            long began = time.nanos();
            try {
                return AttemptTimer.run(transport, call, timeout, settings.name());
            } finally {
                lastTook = Duration.ofNanos(time.nanos() - began);
            }
        }

        private Duration remaining() throws BackendException {
            Duration remaining = Duration.between(time.now(), call.deadline());
            if (!remaining.isPositive()) {
                throw BackendException.late("No time was left for the back end " + settings.name(), Repeat.NEVER, null);
            }
            return remaining;
        }

        private boolean wasSlow() {
            return lastTook.compareTo(settings.breaker().slowCall()) >= 0;
        }

        private boolean hadItsTime() {
            return wasSlow() || lastTook.compareTo(settings.timeout()) >= 0;
        }
    }
}
