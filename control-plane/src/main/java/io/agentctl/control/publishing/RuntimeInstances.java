package io.agentctl.control.publishing;

import io.agentctl.control.UseCase;
import io.agentctl.control.progress.ProgressListener;
import java.util.List;

/** Lists the runtimes of an environment. */
public final class RuntimeInstances implements UseCase<String, RuntimeInstances.Result> {

    /**
     * The runtimes.
     *
     * @param generation the newest, which they should enforce
     */
    public record Result(String environment, long generation, List<PolicyStatus.Line> runtimes) {
        public Result {
            runtimes = List.copyOf(runtimes);
        }
    }

    private final PolicyStatus status;

    public RuntimeInstances(PolicyStatus status) {
        this.status = status;
    }

    /** Looks at an environment. */
    @Override
    public Result run(String environment, ProgressListener progress) {
        PolicyStatus.Result all = status.run(environment, progress);
        return new Result(environment, all.generation(), all.runtimes());
    }
}
