package io.agentctl.control.performance.regression;

import java.time.Instant;

/**
 * One point of a series.
 *
 * @param time when
 * @param value finite
 */
public record Sample(Instant time, double value) {

    public Sample {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a sample is finite, not " + value);
        }
    }
}
