package io.agentctl.control.publishing;

import io.agentctl.control.UseCase;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.policies.document.PolicyId;
import io.agentctl.policies.store.PolicyVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What authors need of the store: decisions that were recorded, and the versions that are in force. Files are the
 * author's, wherever the store is asked.
 */
public record RecordedDecisions(
        UseCase<ReadDecisions.Request, ReadDecisions.Result> decisions,
        UseCase<ReadInForce.Request, ReadInForce.Result> enforced,
        UseCase<ShowPolicy.Request, PolicyVersion> show) {

    /** Decisions recorded since then, the oldest first, a JSON line each. */
    public Stream<String> since(String environment, Instant since) {
        return decisions
                .run(new ReadDecisions.Request(environment, since), ProgressListener.SILENT)
                .decisions()
                .stream();
    }

    /** Every version that an environment enforces; empty if nothing was ever activated there. */
    public List<PolicyVersion> inForce(String environment) {
        return enforced.run(new ReadInForce.Request(environment, Optional.empty()), ProgressListener.SILENT)
                .versions();
    }

    /** The version of one policy that an environment enforces, if it enforces one. */
    public Optional<PolicyVersion> inForce(String environment, PolicyId policy) {
        return enforced
                .run(new ReadInForce.Request(environment, Optional.of(policy)), ProgressListener.SILENT)
                .versions()
                .stream()
                .findFirst();
    }

    /** One version; the newest where no number is named. */
    public PolicyVersion version(PolicyId policy, Optional<Long> number) {
        return show.run(new ShowPolicy.Request(policy, number), ProgressListener.SILENT);
    }
}
