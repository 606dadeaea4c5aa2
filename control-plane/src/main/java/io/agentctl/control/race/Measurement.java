package io.agentctl.control.race;

import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One invocation, as its report tells it.
 *
 * @param size that it ran at
 * @param durationMs of the handler, without the initialisation; above 0 if it succeeded
 * @param billedMs as AWS bills it; since August 2025 the initialisation of ZIP functions is in it
 * @param initMs how long the environment took to start (or to be restored); there only if the start was cold
 * @param maxMemoryUsedMb as the report has it, if there was one
 * @param outcome how it ended
 */
public record Measurement(
        LambdaSize size,
        double durationMs,
        double billedMs,
        OptionalDouble initMs,
        OptionalInt maxMemoryUsedMb,
        Outcome outcome) {

    public Measurement {
        Objects.requireNonNull(size);
        Objects.requireNonNull(outcome);
        boolean sane = durationMs >= 0 && billedMs >= 0 && initMs.orElse(0) >= 0;
        if (!sane || Double.isInfinite(durationMs + billedMs + initMs.orElse(0))) {
            throw new IllegalArgumentException(
                    "times are finite and not below zero: " + durationMs + ", " + billedMs + ", " + initMs);
        }
        if (outcome == Outcome.SUCCEEDED && durationMs == 0) {
            throw new IllegalArgumentException("an invocation that succeeded took some time");
        }
    }

    /** A warm invocation that succeeded, billed by the millisecond begun. */
    public static Measurement warm(LambdaSize size, double durationMs, int maxMemoryUsedMb) {
        return new Measurement(
                size,
                durationMs,
                Math.ceil(durationMs),
                OptionalDouble.empty(),
                OptionalInt.of(maxMemoryUsedMb),
                Outcome.SUCCEEDED);
    }

    /** An invocation that did not succeed. */
    public static Measurement failed(LambdaSize size, double durationMs, double billedMs, Outcome outcome) {
        return new Measurement(size, durationMs, billedMs, OptionalDouble.empty(), OptionalInt.empty(), outcome);
    }

    boolean succeeded() {
        return outcome == Outcome.SUCCEEDED;
    }

    boolean cold() {
        return initMs.isPresent();
    }

    /** What a caller waits, the start of the environment included, in ms. */
    double responseMs() {
        return durationMs + initMs.orElse(0);
    }
}
