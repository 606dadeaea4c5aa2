package io.agentctl.policies.document;

import java.time.Duration;

/**
 * What one evaluation of one expression may cost. CEL bounds nothing by itself.
 *
 * @param nodes expression nodes visited, iterations included; positive
 * @param stringLength characters of any string, or elements of any list, made on the way; positive
 * @param time wall time; positive
 */
public record EvaluationLimits(int nodes, int stringLength, Duration time) {

    /** The most that a policy may ask for, and the default. */
    public static final EvaluationLimits MOST = new EvaluationLimits(10_000, 65_536, Duration.ofMillis(20));

    public EvaluationLimits {
        if (nodes <= 0 || stringLength <= 0 || !time.isPositive()) {
            throw new IllegalArgumentException("limits of an evaluation are positive");
        }
    }
}
