package io.agentctl.control.publishing;

import io.agentctl.control.UseCase;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.policies.store.RecordedLine;
import java.time.Instant;
import java.util.List;

/** Reads decisions that runtimes recorded. */
public final class ReadDecisions implements UseCase<ReadDecisions.Request, ReadDecisions.Result> {

    private final Policies policies;

    public ReadDecisions(Policies policies) {
        this.policies = policies;
    }

    /**
     * Which decisions.
     *
     * @param environment whose
     * @param since from when on
     */
    public record Request(String environment, Instant since) {}

    /** A JSON line for each decision, the oldest first. */
    public record Result(List<String> decisions) {
        public Result {
            decisions = List.copyOf(decisions);
        }
    }

    @Override
    public Result run(Request request, ProgressListener progress) {
        return new Result(policies.ask(
                        "read recorded decisions", store -> store.decisions(request.environment(), request.since()))
                .map(RecordedLine::json)
                .toList());
    }
}
