package io.agentctl.control.lambda.concurrency;

/**
 * Environments that are kept ready.
 *
 * @param qualifier the alias or version that they are for
 * @param requested how many were asked for, at least 1
 * @param allocated how many there are
 * @param available how many of them can take an invocation
 * @param status how it stands
 * @param reason why it failed; empty otherwise
 */
public record KeptReady(String qualifier, int requested, int allocated, int available, Status status, String reason) {

    /** How Lambda gets on with it. */
    public enum Status {
        IN_PROGRESS,
        READY,
        FAILED
    }

    /** What a plan changes it from. */
    String text() {
        return status == Status.FAILED ? requested + " (failed)" : Integer.toString(requested);
    }
}
