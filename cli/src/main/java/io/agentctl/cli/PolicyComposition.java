package io.agentctl.cli;

import io.agentctl.cli.policy.PolicyActivate;
import io.agentctl.control.UseCase;
import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.authoring.CheckPolicies;
import io.agentctl.control.authoring.ComparePolicies;
import io.agentctl.control.authoring.FormatPolicies;
import io.agentctl.control.authoring.NamedPolicy;
import io.agentctl.control.authoring.PolicyDocuments;
import io.agentctl.control.authoring.ReplayDecisions;
import io.agentctl.control.authoring.ShowPolicySchema;
import io.agentctl.control.authoring.TestPolicies;
import io.agentctl.control.authoring.TryPolicies;
import io.agentctl.control.authoring.WritePolicy;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.publishing.CheckedDocument;
import io.agentctl.control.publishing.ListPolicies;
import io.agentctl.control.publishing.PlanActivation;
import io.agentctl.control.publishing.PlanPolicyRollback;
import io.agentctl.control.publishing.PlanPublishing;
import io.agentctl.control.publishing.PolicyHistory;
import io.agentctl.control.publishing.PolicyStatus;
import io.agentctl.control.publishing.PublishPolicies;
import io.agentctl.control.publishing.RecordedDecisions;
import io.agentctl.control.publishing.Replayed;
import io.agentctl.control.publishing.RuntimeInstances;
import io.agentctl.control.publishing.ShowPolicy;
import io.agentctl.policies.rollout.ReplayReport;
import io.agentctl.policies.store.PolicyVersion;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Makes the use cases of policies, written, published and enforced; each builds what it needs when it is run. */
final class PolicyComposition {

    private final Supplier<Cloud> cloud;

    PolicyComposition(Supplier<Cloud> cloud) {
        this.cloud = cloud;
    }

    UseCase<CheckPolicies.Request, CheckPolicies.Result> checkPolicies() {
        return (request, progress) -> new CheckPolicies(clock()).run(request, progress);
    }

    UseCase<FormatPolicies.Request, FormatPolicies.Result> formatPolicies() {
        return (request, progress) -> new FormatPolicies().run(request, progress);
    }

    UseCase<TestPolicies.Request, TestPolicies.Result> testPolicies() {
        return (request, progress) -> new TestPolicies(clock()).run(request, progress);
    }

    UseCase<ComparePolicies.Request, ComparePolicies.Result> comparePolicies() {
        return (request, progress) -> new ComparePolicies(this::recordedDecisions).run(request, progress);
    }

    UseCase<TryPolicies.Request, TryPolicies.Result> tryPolicies() {
        return (request, progress) -> new TryPolicies(clock()).run(request, progress);
    }

    UseCase<WritePolicy.Request, WritePolicy.Result> writePolicy() {
        return (request, progress) -> new WritePolicy().run(request, progress);
    }

    UseCase<ShowPolicySchema.Request, ShowPolicySchema.Result> showPolicySchema() {
        return (request, progress) -> new ShowPolicySchema().run(request, progress);
    }

    Function<List<Path>, List<CheckedDocument>> policyDocuments() {
        return files -> new PolicyDocuments(clock()).read(files);
    }

    UseCase<PlanPublishing.Request, PlanPublishing.Result> planPublishing() {
        return (request, progress) -> {
            Cloud here = cloud.get();
            return here.publishing()
                    .planPublishing(here::here, new PolicyDocuments(clock()))
                    .run(request, progress);
        };
    }

    UseCase<PublishPolicies.Request, ApplyPlan.Result> publishPolicies() {
        return (request, progress) -> {
            Cloud here = cloud.get();
            return here.publishing()
                    .publishPolicies(here::changedHere, here::runner)
                    .run(request, progress);
        };
    }

    UseCase<PlanActivation.Request, Plan> planActivation() {
        return (request, progress) -> {
            Cloud here = cloud.get();
            return new PlanActivation(here::here, here.publishing().policies(), here.clock()).run(request, progress);
        };
    }

    UseCase<PlanPolicyRollback.Request, Plan> planPolicyRollback() {
        return (request, progress) -> {
            Cloud here = cloud.get();
            return new PlanPolicyRollback(here::here, here.publishing().policies(), here.clock())
                    .run(request, progress);
        };
    }

    UseCase<String, ListPolicies.Result> listPolicies() {
        return (request, progress) -> new ListPolicies(cloud.get().publishing().policies()).run(request, progress);
    }

    UseCase<ShowPolicy.Request, PolicyVersion> showPolicy() {
        return (request, progress) -> new ShowPolicy(cloud.get().publishing().policies()).run(request, progress);
    }

    UseCase<PolicyHistory.Request, PolicyHistory.Result> policyHistory() {
        return (request, progress) -> new PolicyHistory(cloud.get().publishing().policies()).run(request, progress);
    }

    UseCase<String, PolicyStatus.Result> policyStatus() {
        return (request, progress) -> status().run(request, progress);
    }

    UseCase<String, RuntimeInstances.Result> runtimeInstances() {
        return (request, progress) -> new RuntimeInstances(status()).run(request, progress);
    }

    private PolicyStatus status() {
        return new PolicyStatus(cloud.get().publishing().policies(), cloud.get().clock());
    }

    UseCase<ReplayDecisions.Request, ReplayReport> replayDecisions() {
        return (request, progress) -> new ReplayDecisions(this::recordedDecisions, clock()).run(request, progress);
    }

    private RecordedDecisions recordedDecisions() {
        return new RecordedDecisions(cloud.get().publishing().policies());
    }

    /** The same for a version that is to be activated, as the plan's evidence. */
    UseCase<PolicyActivate.ReplayRequest, Replayed> replayVersion() {
        return (request, progress) -> {
            ReplayReport report = replayDecisions()
                    .run(
                            new ReplayDecisions.Request(
                                    new NamedPolicy.OfStore(request.policy(), request.number()),
                                    request.environment(),
                                    Optional.empty(),
                                    request.since()),
                            progress);
            return new Replayed(
                    report.environment(),
                    report.digest(),
                    Math.toIntExact(report.replayed()),
                    Math.toIntExact(report.denyToAllow()),
                    Math.toIntExact(report.allowToDeny()),
                    Math.toIntExact(report.indeterminate()));
        };
    }

    /** What is offline goes by this machine's clock. */
    private static InstantSource clock() {
        return InstantSource.system();
    }
}
