package io.agentctl.runtime.telemetry;

import io.agentctl.runtime.dispatch.Decided;
import java.time.Instant;
import java.util.Optional;

/**
 * A dispatch that was answered.
 *
 * @param at when it arrived
 * @param nanos from its arrival until its answer was out
 * @param problem the kind of problem, empty for a result
 * @param intent empty where it could not be made out, and where no route knows it
 * @param size of the request's body, bytes; 0 where it was not read
 * @param requestId as the caller or the runtime named it
 * @param decided absent where nothing was decided
 */
public record Exchange(
        Instant at,
        long nanos,
        int status,
        String problem,
        String intent,
        int size,
        String requestId,
        String traceId,
        Optional<String> caller,
        Optional<Decided> decided) {}
