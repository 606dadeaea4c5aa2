package io.agentctl.control.publishing;

import io.agentctl.control.UseCase;
import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.apply.Following;
import io.agentctl.control.journal.OperationRunner;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.Target;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.policies.store.Signer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/** Carries out what {@link PlanPublishing} planned, with the documents that it was planned on. */
public final class PublishPolicies implements UseCase<PublishPolicies.Request, ApplyPlan.Result> {

    /**
     * What to publish.
     *
     * @param signWith an Ed25519 key file, or a KMS key's ARN or alias; empty to publish unsigned
     */
    public record Request(Plan plan, List<CheckedDocument> documents, Optional<String> signWith) {
        public Request {
            documents = List.copyOf(documents);
        }
    }

    private final Supplier<Target> here;
    private final Policies policies;
    private final BooleanSupplier tableExists;
    private final Function<String, Signer> signers;
    private final Supplier<String> actor;
    private final Supplier<OperationRunner> runner;

    PublishPolicies(
            Supplier<Target> here,
            Policies policies,
            BooleanSupplier tableExists,
            Function<String, Signer> signers,
            Supplier<String> actor,
            Supplier<OperationRunner> runner) {
        this.here = here;
        this.policies = policies;
        this.tableExists = tableExists;
        this.signers = signers;
        this.actor = actor;
        this.runner = runner;
    }

    @Override
    public ApplyPlan.Result run(Request request, ProgressListener progress) {
        Optional<Signer> signer =
                request.signWith().map(name -> policies.translated("open the signing key", () -> signers.apply(name)));
        PublishApplier applier = new PublishApplier(policies, tableExists, request.documents(), signer, actor);
        return new ApplyPlan(here, List.of(applier), runner)
                .run(new ApplyPlan.Request(request.plan(), new Following(true, Duration.ZERO)), progress);
    }
}
