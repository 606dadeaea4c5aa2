package io.agentctl.sandbox.lambda;

import java.time.Duration;
import java.util.Objects;

/**
 * How an account's Lambda behaves.
 *
 * @param concurrency how many invocations can run at once
 * @param updating how long a function's update is in progress, and a published version pending
 * @param provisioning how long provisioned concurrency takes to be ready
 * @param requestRate how many control-plane requests a second are let through, and as many at once; 0 for any number
 * @param timeScale how much real time an invocation takes of the time that it reports, 0 to 1
 */
public record LambdaSettings(
        int concurrency, Duration updating, Duration provisioning, int requestRate, double timeScale) {
    /** The account quota that AWS begins with (Lambda Developer Guide, "Lambda quotas"). */
    public static final int USUAL_CONCURRENCY = 1000;

    private static final Duration USUAL_UPDATING = Duration.ofMillis(300);
    private static final Duration USUAL_PROVISIONING = Duration.ofSeconds(2);

    /** Validates. */
    public LambdaSettings {
        Objects.requireNonNull(updating, "updating");
        Objects.requireNonNull(provisioning, "provisioning");
        if (concurrency < 1) {
            throw new IllegalArgumentException("concurrency must be at least 1");
        }
        if (requestRate < 0) {
            throw new IllegalArgumentException("requestRate must not be negative");
        }
        requireScale(timeScale);
    }

    /** A new account's, with updates that take just long enough to be met, in real time, and any request rate. */
    public static LambdaSettings usual() {
        return new LambdaSettings(USUAL_CONCURRENCY, USUAL_UPDATING, USUAL_PROVISIONING, 0, 1);
    }

    static void requireScale(double timeScale) {
        if (!(timeScale >= 0 && timeScale <= 1)) {
            throw new IllegalArgumentException("timeScale must be within 0..1: " + timeScale);
        }
    }
}
