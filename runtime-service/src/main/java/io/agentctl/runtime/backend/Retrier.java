package io.agentctl.runtime.backend;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** Sends a request again where that is safe, affordable, and not too late. */
final class Retrier {

    /** One attempt. */
    interface Attempt {
        byte[] run() throws BackendException, InterruptedException;
    }

    private static final int MOST_DOUBLINGS = 30;

    private final String backend;
    private final RetrySettings settings;
    private final RetryBudget budget;
    private final Time time;
    private final RandomGenerator random;
    private final BackendListener listener;

    Retrier(String backend, RetrySettings settings, Time time, RandomGenerator random, BackendListener listener) {
        this.backend = backend;
        this.settings = settings;
        this.budget = new RetryBudget(settings.budget());
        this.time = time;
        this.random = random;
        this.listener = listener;
    }

    /** The first answer, or the failure of the last attempt. */
    byte[] run(Instant deadline, Attempt attempt) throws BackendException, InterruptedException {
        budget.requested();
        int made = 0;
        while (true) {
            try {
                return attempt.run();
            } catch (BackendException failure) {
                made++;
                if (made > settings.retries() || !repeatable(failure)) {
                    throw failure;
                }
                Duration pause = pause(made, failure.retryAfter());
                if (!time.now().plus(pause).isBefore(deadline)) {
                    throw failure;
                }
                if (!budget.withdraw()) {
                    listener.budgetExhausted(backend);
                    throw failure;
                }
                listener.retried(backend, failure.kind(), pause);
                time.sleep(pause);
            }
        }
    }

    private boolean repeatable(BackendException failure) {
        return switch (failure.repeat()) {
            case SAFE -> true;
            case IF_IDEMPOTENT -> settings.idempotent();
            case NEVER -> false;
        };
    }

    /**
     * Full jitter: anything from nothing to the doubled bound
     * (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/), but no less than was asked for.
     */
    private Duration pause(int made, Duration retryAfter) {
        long doubled = settings.firstBackoff().toMillis() << Math.min(made - 1, MOST_DOUBLINGS);
        long bound = Math.clamp(doubled, 1, settings.longestBackoff().toMillis());
        Duration jittered = Duration.ofMillis(random.nextLong(bound + 1));
        return jittered.compareTo(retryAfter) >= 0 ? jittered : retryAfter;
    }
}
