package io.agentctl.control.alarms.upkeep;

/**
 * What became of one action of an alarm that was tried.
 *
 * @param seen where it was seen
 * @param text in the words of who tells it
 */
public record Delivery(Seen seen, String text) {

    /** Where it was seen. */
    public enum Seen {
        /** CloudWatch says so: the topic took the message; who reads it is not known. */
        HISTORY,
        /** The message was read from a queue that the topic delivers to; in the sandbox only. */
        QUEUE
    }
}
