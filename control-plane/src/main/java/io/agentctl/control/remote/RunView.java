package io.agentctl.control.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * One run of a use case, as callers see it.
 *
 * @param id names it
 * @param useCase which one
 * @param state where it stands
 * @param caller who asked
 * @param askedAt when
 * @param endedAt when it was over
 * @param waitsFor what it waits for, such as an approval
 * @param result the result record as JSON, once it has succeeded
 * @param failure why it failed
 */
public record RunView(
        String id,
        String useCase,
        RunState state,
        String caller,
        Instant askedAt,
        Optional<Instant> endedAt,
        Optional<String> waitsFor,
        Optional<JsonNode> result,
        Optional<RunFailure> failure) {}
