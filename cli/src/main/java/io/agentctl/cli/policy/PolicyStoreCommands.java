package io.agentctl.cli.policy;

import io.agentctl.cli.command.Entry;
import io.agentctl.cli.command.Entry.Leaf;
import io.agentctl.cli.wiring.Wiring;
import io.agentctl.control.UseCase;
import io.agentctl.control.authoring.NamedPolicy;
import io.agentctl.control.authoring.PolicyDocuments;
import io.agentctl.control.authoring.ReplayDecisions;
import io.agentctl.control.catalogue.PolicyUseCases;
import io.agentctl.control.publishing.CheckedDocument;
import io.agentctl.control.publishing.RecordedDecisions;
import io.agentctl.control.publishing.Replayed;
import io.agentctl.policies.rollout.ReplayReport;
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
                        () -> new PolicyPublish(
                                this::documents,
                                wiring.use(PolicyUseCases.PLAN_PUBLISHING),
                                wiring.use(PolicyUseCases.PUBLISH),
                                this::folder)),
                new Leaf(
                        "activate",
                        "Put a version in force, or try it on live requests.",
                        () -> new PolicyActivate(
                                wiring.use(PolicyUseCases.PLAN_ACTIVATION), replayVersion(), wiring.applyPlan())),
                new Leaf(
                        "rollback",
                        "End a trial, or go back to what was in force before.",
                        () -> new PolicyRollback(wiring.use(PolicyUseCases.PLAN_ROLLBACK), wiring.applyPlan())),
                new Leaf(
                        "list",
                        "List policies and what is in force.",
                        () -> new PolicyList(wiring.use(PolicyUseCases.LIST))),
                new Leaf(
                        "show",
                        "Print a version as it was published.",
                        () -> new PolicyShow(wiring.use(PolicyUseCases.SHOW))),
                new Leaf(
                        "history",
                        "List a policy's versions, and when each was in force.",
                        () -> new PolicyHistoryList(wiring.use(PolicyUseCases.HISTORY))),
                new Leaf(
                        "status",
                        "Print what an environment enforces, and which runtimes do.",
                        () -> new PolicyStatusShow(wiring.use(PolicyUseCases.STATUS))),
                new Leaf(
                        "replay",
                        "Re-run recorded decisions with another version.",
                        () -> new PolicyReplay(replayDecisions())));
    }

    private List<CheckedDocument> documents(List<Path> files) {
        return new PolicyDocuments(clock()).read(files);
    }

    private UseCase<ReplayDecisions.Request, ReplayReport> replayDecisions() {
        RecordedDecisions recorded = RecordedDecisionsOf.store(wiring);
        return (request, progress) -> new ReplayDecisions(() -> recorded, clock()).run(request, progress);
    }

    /** The same for a version that is to be activated, as the plan's evidence. */
    private UseCase<PolicyActivate.ReplayRequest, Replayed> replayVersion() {
        UseCase<ReplayDecisions.Request, ReplayReport> replay = replayDecisions();
        return (request, progress) -> {
            ReplayReport report = replay.run(
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
