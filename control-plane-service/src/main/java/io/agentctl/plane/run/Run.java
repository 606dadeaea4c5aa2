package io.agentctl.plane.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.journal.OperationId;
import io.agentctl.control.place.Manner;
import io.agentctl.control.remote.RunFailure;
import io.agentctl.control.remote.RunState;
import io.agentctl.control.remote.RunView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A use case that somebody asked for, as it is kept.
 *
 * @param id names it
 * @param asked what was asked for, and by whom; never changes
 * @param instance which instance of the control plane carries it out, or did
 * @param operations the operations of the journal that it has begun
 * @param standing where it stands
 * @param version counts the writes, so that an instance that was given up for lost writes no more
 */
public record Run(
        RunId id, Asked asked, String instance, List<OperationId> operations, Standing standing, long version) {

    /**
     * What was asked for.
     *
     * @param caller who asked
     * @param useCase its name
     * @param request as JSON
     * @param manner how it is to behave
     * @param at when
     */
    public record Asked(String caller, String useCase, JsonNode request, Manner manner, Instant at) {

        /** Whether another asking with the same key is the same asking. */
        boolean same(Asked other) {
            return useCase.equals(other.useCase) && request.equals(other.request) && manner.equals(other.manner);
        }
    }

    /**
     * Where a run stands.
     *
     * @param waitsFor what it waits for, while it waits
     * @param endedAt once it is over
     */
    public record Standing(
            RunState state,
            Optional<String> waitsFor,
            Optional<Instant> endedAt,
            Optional<JsonNode> result,
            Optional<RunFailure> failure) {

        static Standing running() {
            return new Standing(
                    RunState.RUNNING, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        static Standing waiting(String forWhat) {
            return new Standing(
                    RunState.WAITING, Optional.of(forWhat), Optional.empty(), Optional.empty(), Optional.empty());
        }

        static Standing succeeded(JsonNode result, Instant at) {
            return new Standing(
                    RunState.SUCCEEDED, Optional.empty(), Optional.of(at), Optional.of(result), Optional.empty());
        }

        static Standing failed(RunFailure failure, Instant at) {
            return new Standing(
                    RunState.FAILED, Optional.empty(), Optional.of(at), Optional.empty(), Optional.of(failure));
        }
    }

    public Run {
        operations = List.copyOf(operations);
    }

    Run in(Standing next) {
        return new Run(id, asked, instance, operations, next, version);
    }

    Run on(String next) {
        return new Run(id, asked, next, operations, standing, version);
    }

    Run with(OperationId begun) {
        List<OperationId> all = new ArrayList<>(operations);
        all.add(begun);
        return new Run(id, asked, instance, all, standing, version);
    }

    Run atVersion(long next) {
        return new Run(id, asked, instance, operations, standing, next);
    }

    /** Without its result, as lists have it: a page of plans for hundreds of services would fill the memory. */
    Run brief() {
        return in(new Standing(
                standing.state(), standing.waitsFor(), standing.endedAt(), Optional.empty(), standing.failure()));
    }

    Run withResult(JsonNode result) {
        return in(new Standing(
                standing.state(), standing.waitsFor(), standing.endedAt(), Optional.of(result), standing.failure()));
    }

    /** Whether nothing more will happen. */
    public boolean over() {
        return standing.state().over();
    }

    /** As callers see it. */
    public RunView view() {
        return new RunView(
                id.value(),
                asked.useCase(),
                standing.state(),
                asked.caller(),
                asked.at(),
                standing.endedAt(),
                standing.waitsFor(),
                standing.result(),
                standing.failure());
    }
}
