package io.agentctl.sandbox.function;

import java.util.OptionalInt;
import software.amazon.awssdk.core.SdkBytes;

/**
 * How code ended.
 *
 * @param kind in which way
 * @param payload what it answered; of an error {@code errorType} and {@code errorMessage} in JSON
 * @param millis from handing the event over until the answer was there
 * @param initMillis how long the process took until it asked for its first event
 * @param fresh whether the process was started for this event
 * @param cpuMillis what the process computed meanwhile, or 0 where that cannot be told
 * @param memoryUsed the most memory that the process ever had, MB, where that can be told
 * @param log what it wrote
 */
public record CodeResult(
        Kind kind,
        SdkBytes payload,
        double millis,
        double initMillis,
        boolean fresh,
        double cpuMillis,
        OptionalInt memoryUsed,
        String log) {

    /** Ways to end. */
    public enum Kind {
        /** The handler returned. */
        ANSWERED,
        /** The handler threw. */
        FAILED,
        /** It was stopped when its time was over; its process is gone. */
        TIMED_OUT,
        /** Its memory was not enough; its process is gone. */
        OUT_OF_MEMORY,
        /** Its process ended by itself, or never asked for an event. */
        EXITED
    }
}
