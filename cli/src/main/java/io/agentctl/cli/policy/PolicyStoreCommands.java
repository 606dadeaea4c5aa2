package io.agentctl.cli.policy;

import io.agentctl.cli.command.Entry;
import io.agentctl.cli.command.Entry.Leaf;
import io.agentctl.cli.wiring.Wiring;
import io.agentctl.control.UseCase;
import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.authoring.NamedPolicy;
import io.agentctl.control.authoring.PolicyDocuments;
import io.agentctl.control.authoring.ReplayDecisions;
import io.agentctl.control.place.Cloud;
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
import io.agentctl.control.publishing.ShowPolicy;
import io.agentctl.policies.rollout.ReplayReport;
import io.agentctl.policies.store.PolicyVersion;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The verbs that work on what is published. */
final class PolicyStoreCommands {

    private final Wiring wiring;

    PolicyStoreCommands(Wiring wiring) {
        this.wiring = wiring;
    }

    List<Entry> entries() {
        return List.of(
                new Leaf(
                        "publish",
                        "Make versions of policies, which never change.",
                        () -> new PolicyPublish(this::documents, planPublishing(), publishPolicies(), this::folder)),
                new Leaf(
                        "activate",
                        "Put a version in force, or try it on live requests.",
                        () -> new PolicyActivate(planActivation(), replayVersion(), wiring.applyPlan())),
                new Leaf(
                        "rollback",
                        "End a trial, or go back to what was in force before.",
                        () -> new PolicyRollback(planPolicyRollback(), wiring.applyPlan())),
                new Leaf("list", "List policies and what is in force.", () -> new PolicyList(listPolicies())),
                new Leaf("show", "Print a version as it was published.", () -> new PolicyShow(showPolicy())),
                new Leaf(
                        "history",
                        "List a policy's versions, and when each was in force.",
                        () -> new PolicyHistoryList(policyHistory())),
                new Leaf(
                        "status",
                        "Print what an environment enforces, and which runtimes do.",
                        () -> new PolicyStatusShow(policyStatus())),
                new Leaf(
                        "replay",
                        "Re-run recorded decisions with another version.",
                        () -> new PolicyReplay(replayDecisions())));
    }

    private List<CheckedDocument> documents(List<Path> files) {
        return new PolicyDocuments(clock()).read(files);
    }

    private UseCase<PlanPublishing.Request, PlanPublishing.Result> planPublishing() {
        return (request, progress) -> {
            Cloud here = wiring.cloud();
            return here.publishing()
                    .planPublishing(here::here, new PolicyDocuments(clock()))
                    .run(request, progress);
        };
    }

    private UseCase<PublishPolicies.Request, ApplyPlan.Result> publishPolicies() {
        return (request, progress) -> {
            Cloud here = wiring.cloud();
            return here.publishing()
                    .publishPolicies(here::changedHere, here::runner)
                    .run(request, progress);
        };
    }

    private UseCase<PlanActivation.Request, Plan> planActivation() {
        return (request, progress) -> {
            Cloud here = wiring.cloud();
            return new PlanActivation(here::here, here.publishing().policies(), here.clock()).run(request, progress);
        };
    }

    private UseCase<PlanPolicyRollback.Request, Plan> planPolicyRollback() {
        return (request, progress) -> {
            Cloud here = wiring.cloud();
            return new PlanPolicyRollback(here::here, here.publishing().policies(), here.clock())
                    .run(request, progress);
        };
    }

    private UseCase<String, ListPolicies.Result> listPolicies() {
        return (request, progress) ->
                new ListPolicies(wiring.cloud().publishing().policies()).run(request, progress);
    }

    private UseCase<ShowPolicy.Request, PolicyVersion> showPolicy() {
        return (request, progress) -> new ShowPolicy(wiring.cloud().publishing().policies()).run(request, progress);
    }

    private UseCase<PolicyHistory.Request, PolicyHistory.Result> policyHistory() {
        return (request, progress) ->
                new PolicyHistory(wiring.cloud().publishing().policies()).run(request, progress);
    }

    private UseCase<String, PolicyStatus.Result> policyStatus() {
        return (request, progress) -> {
            Cloud here = wiring.cloud();
            return new PolicyStatus(here.publishing().policies(), here.clock()).run(request, progress);
        };
    }

    private UseCase<ReplayDecisions.Request, ReplayReport> replayDecisions() {
        return (request, progress) -> new ReplayDecisions(this::recordedDecisions, clock()).run(request, progress);
    }

    private RecordedDecisions recordedDecisions() {
        return new RecordedDecisions(wiring.cloud().publishing().policies());
    }

    /** The same for a version that is to be activated, as the plan's evidence. */
    private UseCase<PolicyActivate.ReplayRequest, Replayed> replayVersion() {
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

    /** Where the project keeps its policies. */
    private Path folder() {
        return wiring.settings().project().policies().value();
    }

    /** What is offline goes by this machine's clock. */
    private static InstantSource clock() {
        return InstantSource.system();
    }
}
