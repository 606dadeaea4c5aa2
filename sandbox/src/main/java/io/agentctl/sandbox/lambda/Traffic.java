package io.agentctl.sandbox.lambda;

import java.util.Objects;
import java.util.function.LongToDoubleFunction;

/**
 * How often others invoke a function. These invocations are only counted, never run.
 *
 * @param perMinute invocations in a minute since the epoch, not negative; a pure function
 * @param qualifier what they name: a version, an alias or {@code $LATEST}
 * @param sinceMinute the first minute since the epoch that had any
 */
public record Traffic(LongToDoubleFunction perMinute, String qualifier, long sinceMinute) {
    /** Validates. */
    public Traffic {
        Objects.requireNonNull(perMinute, "perMinute");
        Objects.requireNonNull(qualifier, "qualifier");
    }
}
