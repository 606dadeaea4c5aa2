package io.agentctl.sandbox.lambda;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;

/**
 * An invocation that was let in: everything that chance decides about it is decided.
 *
 * @param function whose it is
 * @param qualifier what the request named: a version, an alias or {@code $LATEST}
 * @param version the version that runs
 * @param requestId its id
 * @param begun when it was let in
 * @param millis how long the handler runs, at most the function's timeout
 * @param initMillis how long its new environment takes to start; empty in one that was there
 * @param memoryUsed MB in use, at most what there is
 * @param ending how it ends
 * @param environment where it runs
 * @param output what it left where its code ran for real
 */
record Invocation(
        LambdaFunction function,
        String qualifier,
        FunctionConfiguration version,
        String requestId,
        Instant begun,
        double millis,
        OptionalDouble initMillis,
        int memoryUsed,
        Ending ending,
        Environment environment,
        CodeOutput output) {
    private static final double NANOS_PER_MILLI = 1e6;

    /** How an invocation ends. */
    enum Ending {
        /** The handler returns. */
        ANSWERED,
        /** The handler throws. */
        FAILED,
        /** It runs into the function's timeout. */
        TIMED_OUT,
        /** It needs more memory than there is. */
        OUT_OF_MEMORY
    }

    /**
     * From the request to the answer, in real time.
     *
     * @param timeScale how much of the reported time that is, 0 to 1
     */
    Duration elapsed(double timeScale) {
        return Duration.ofNanos((long) ((millis + initMillis.orElse(0)) * timeScale * NANOS_PER_MILLI));
    }

    /** The same as it ended when its code had run. */
    Invocation ended(double took, OptionalDouble init, int memory, Ending how, CodeOutput left) {
        return new Invocation(
                function, qualifier, version, requestId, begun, took, init, memory, how, environment, left);
    }

    /** Since August 2025 the start of a new environment is billed too. */
    long billedMillis() {
        return (long) Math.ceil(millis + initMillis.orElse(0));
    }

    /** Whether its environment can serve another. */
    boolean reusable() {
        return switch (ending) {
            case ANSWERED -> true;
            case FAILED -> !output.exited();
            case TIMED_OUT, OUT_OF_MEMORY -> false;
        };
    }

    /** What the error is called, or empty text when there is none. */
    String errorType() {
        return switch (ending) {
            case ANSWERED -> "";
            case FAILED -> output.errorType();
            case TIMED_OUT -> "Sandbox.Timedout";
            case OUT_OF_MEMORY -> "Runtime.OutOfMemory";
        };
    }

    /** What the error says, or empty text when there is none. */
    String errorMessage() {
        return switch (ending) {
            case ANSWERED -> "";
            case FAILED -> output.errorMessage();
            case TIMED_OUT ->
                "RequestId: %s Error: Task timed out after %d.00 seconds".formatted(requestId, version.timeout());
            case OUT_OF_MEMORY -> "RequestId: %s Error: Runtime exited with error: signal: killed".formatted(requestId);
        };
    }
}
