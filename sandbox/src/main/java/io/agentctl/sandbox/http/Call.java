package io.agentctl.sandbox.http;

import java.time.Instant;
import java.util.List;

/**
 * A call as it was answered.
 *
 * @param sequence 1 for the first
 * @param time when it came, on the sandbox's clock
 * @param service the service's signing name
 * @param operation the operation's name
 * @param mutating whether the operation's verb is one that changes something
 * @param resource what it was about, as far as the request says; may be empty
 * @param parts what a transaction of DynamoDB does, each kind once: Put, Update, Delete, ConditionCheck, Get. IAM asks
 *     for these and not for the transaction; empty for other operations
 * @param status the HTTP status, or 0 when the answer was lost
 * @param faults the faults that befell it, as they are spelled
 * @param userAgent the caller's own description; may be empty
 */
public record Call(
        long sequence,
        Instant time,
        String service,
        String operation,
        boolean mutating,
        String resource,
        List<String> parts,
        int status,
        List<String> faults,
        String userAgent) {
    /** Copies. */
    public Call {
        parts = List.copyOf(parts);
        faults = List.copyOf(faults);
    }
}
