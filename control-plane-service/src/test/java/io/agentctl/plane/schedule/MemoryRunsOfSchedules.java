package io.agentctl.plane.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.place.Manner;
import io.agentctl.control.remote.RunFailure;
import io.agentctl.control.remote.RunState;
import io.agentctl.plane.run.Run;
import io.agentctl.plane.run.Run.Standing;
import io.agentctl.plane.run.RunId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs that the test ends. */
final class MemoryRunsOfSchedules implements Beginning {

    private final Map<RunId, Run> runs = new HashMap<>();
    private final Map<RunId, Integer> times = new HashMap<>();
    private final List<RunId> order = new ArrayList<>();
    private Optional<AgentctlException> refusal = Optional.empty();

    void refuse(ErrorCode code, String message) {
        refusal = Optional.of(new AgentctlException(code, message, "Mend it."));
    }

    void admit() {
        refusal = Optional.empty();
    }

    @Override
    public void begin(Schedule schedule, RunId id) {
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        if (runs.containsKey(id)) {
            return;
        }
        times.merge(id, 1, Integer::sum);
        order.add(id);
        Run.Asked asked = new Run.Asked(
                schedule.caller().name(),
                schedule.errand().useCase().name(),
                NullNode.instance,
                Manner.USUAL,
                Instant.EPOCH);
        Standing running =
                new Standing(RunState.RUNNING, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        runs.put(id, new Run(id, asked, "first", List.of(), running, 1));
    }

    @Override
    public Optional<Run> find(RunId id) {
        return Optional.ofNullable(runs.get(id));
    }

    /** What was begun, in order. */
    List<RunId> begun() {
        return List.copyOf(order);
    }

    /** The one that was begun last waits for a second person. */
    void hold(String waitsFor) {
        end(
                new Standing(
                        RunState.WAITING, Optional.of(waitsFor), Optional.empty(), Optional.empty(), Optional.empty()),
                "first");
    }

    /** The one that was begun last, with this answer. */
    void succeed(JsonNode result, Instant at) {
        end(
                new Standing(
                        RunState.SUCCEEDED, Optional.empty(), Optional.of(at), Optional.of(result), Optional.empty()),
                "first");
    }

    void fail(ErrorCode code, String message, String instance, Instant at) {
        end(
                new Standing(
                        RunState.FAILED,
                        Optional.empty(),
                        Optional.of(at),
                        Optional.empty(),
                        Optional.of(new RunFailure(code, message, "Look.", Optional.empty()))),
                instance);
    }

    private void end(Standing standing, String instance) {
        Run run = runs.get(order.getLast());
        runs.put(run.id(), new Run(run.id(), run.asked(), instance, run.operations(), standing, run.version() + 1));
    }
}
