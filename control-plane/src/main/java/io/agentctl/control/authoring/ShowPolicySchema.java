package io.agentctl.control.authoring;

import io.agentctl.control.UseCase;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.policies.document.PolicySchema;

/** Hands out the JSON Schema of policies, for editors and for pipelines. */
public final class ShowPolicySchema implements UseCase<ShowPolicySchema.Request, ShowPolicySchema.Result> {

    /** Asks for the schema of the form that this program reads. */
    public record Request() {}

    /**
     * The schema.
     *
     * @param json the whole of it, indented
     */
    public record Result(String json) {}

    @Override
    public Result run(Request request, ProgressListener progress) {
        return new Result(PolicySchema.json());
    }
}
