package io.agentctl.control.publishing;

import io.agentctl.control.UseCase;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.policies.document.PolicyId;
import io.agentctl.policies.store.PolicyHead;
import io.agentctl.policies.store.PolicyStore;
import io.agentctl.policies.store.PolicyVersion;
import java.util.List;
import java.util.Optional;

/** Reads the versions that an environment enforces, whole. */
public final class ReadInForce implements UseCase<ReadInForce.Request, ReadInForce.Result> {

    private final Policies policies;

    public ReadInForce(Policies policies) {
        this.policies = policies;
    }

    /**
     * Which versions.
     *
     * @param environment whose
     * @param policy one policy alone; empty for all
     */
    public record Request(String environment, Optional<PolicyId> policy) {}

    /** What is enforced; empty if nothing was ever activated there. */
    public record Result(List<PolicyVersion> versions) {
        public Result {
            versions = List.copyOf(versions);
        }
    }

    @Override
    public Result run(Request request, ProgressListener progress) {
        return new Result(policies.ask(
                "read what is in force", store -> versions(store, store.head(request.environment()), request)));
    }

    private static List<PolicyVersion> versions(PolicyStore store, PolicyHead head, Request request) {
        return head.entries().stream()
                .filter(entry -> request.policy().map(entry.policy()::equals).orElse(true))
                .map(entry ->
                        store.version(entry.policy(), entry.version().digest()).orElseThrow())
                .toList();
    }
}
