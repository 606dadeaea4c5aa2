package io.agentctl.control.publishing;

import io.agentctl.control.UseCase;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.policies.document.PolicyId;
import io.agentctl.policies.store.PolicyVersion;
import java.util.Optional;

/** Shows a version of a policy, with its text. */
public final class ShowPolicy implements UseCase<ShowPolicy.Request, PolicyVersion> {

    /**
     * Which version.
     *
     * @param number empty for the newest
     */
    public record Request(PolicyId policy, Optional<Long> number) {}

    private final Policies policies;

    public ShowPolicy(Policies policies) {
        this.policies = policies;
    }

    @Override
    public PolicyVersion run(Request request, ProgressListener progress) {
        return Selection.version(policies, request.policy(), request.number());
    }
}
