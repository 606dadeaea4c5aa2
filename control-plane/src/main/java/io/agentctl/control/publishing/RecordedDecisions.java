package io.agentctl.control.publishing;

import io.agentctl.policies.document.PolicyId;
import io.agentctl.policies.store.PolicyHead;
import io.agentctl.policies.store.PolicyStore;
import io.agentctl.policies.store.PolicyVersion;
import io.agentctl.policies.store.RecordedLine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What authors need of the store: decisions that were recorded, and the versions that are in force. */
public final class RecordedDecisions {

    private final Policies policies;
    private final ShowPolicy show;

    /** Makes the way. */
    public RecordedDecisions(Policies policies) {
        this.policies = policies;
        this.show = new ShowPolicy(policies);
    }

    /** Decisions recorded since then, the oldest first, a JSON line each. */
    public Stream<String> since(String environment, Instant since) {
        return policies.ask("read recorded decisions", store -> store.decisions(environment, since))
                .map(RecordedLine::json);
    }

    /** Every version that an environment enforces; empty if nothing was ever activated there. */
    public List<PolicyVersion> inForce(String environment) {
        return policies.ask("read what is in force", store -> versions(store, store.head(environment)));
    }

    /** The version of one policy that an environment enforces, if it enforces one. */
    public Optional<PolicyVersion> inForce(String environment, PolicyId policy) {
        return policies.ask("read what is in force", store -> store.head(environment)
                .version(policy)
                .flatMap(version -> store.version(policy, version.digest())));
    }

    /** One version; the newest where no number is named. */
    public PolicyVersion version(PolicyId policy, Optional<Long> number) {
        return show.run(new ShowPolicy.Request(policy, number), event -> {});
    }

    private static List<PolicyVersion> versions(PolicyStore store, PolicyHead head) {
        return head.entries().stream()
                .map(entry ->
                        store.version(entry.policy(), entry.version().digest()).orElseThrow())
                .toList();
    }
}
