package io.agentctl.control.publishing;

import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.apply.Following;
import io.agentctl.control.aws.AwsClients;
import io.agentctl.control.aws.AwsSettings;
import io.agentctl.control.aws.CallerIdentity;
import io.agentctl.control.journal.FileJournal;
import io.agentctl.control.journal.Journal;
import io.agentctl.control.journal.LeaseSettings;
import io.agentctl.control.journal.LocalProcesses;
import io.agentctl.control.journal.OperationRunner;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.policies.document.PolicyId;
import io.agentctl.policies.store.PolicyHead;
import io.agentctl.policies.store.PolicyStore;
import io.agentctl.policies.store.RuntimeInstance;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Everything that a change of policies takes, put together against an endpoint, with a journal in a folder. */
final class PublishingBench implements AutoCloseable {

    static final String PRODUCTION = "production";
    static final PolicyId CAP = new PolicyId("token-cap");

    private static final Patience PATIENCE =
            new Patience(Duration.ofMillis(20), Duration.ofMillis(1500), Duration.ofMillis(100));

    final AwsClients aws;
    final PublishingWiring publishing;
    final CallerIdentity here;
    final Journal journal;
    final OperationRunner runner;
    final PolicyStore store;
    private final Clock clock = Clock.systemUTC();

    PublishingBench(URI endpoint, String table, Path journalFolder, String actor) {
        this(endpoint, table, journalFolder, actor, List.of(), UnaryOperator.identity());
    }

    PublishingBench(
            URI endpoint,
            String table,
            Path journalFolder,
            String actor,
            List<ExecutionInterceptor> watching,
            UnaryOperator<Journal> around) {
        this.aws = new AwsClients(AwsSettings.sandbox(endpoint, "us-east-1"), watching);
        this.publishing = new PublishingWiring(aws, table, clock, PATIENCE, () -> actor);
        this.here = new CallerIdentity("sandbox", "us-east-1", aws::sts, aws::stsImpatient);
        this.journal = around.apply(new FileJournal(journalFolder));
        this.store = new PolicyStore(aws.dynamoDb(), table, clock);
        this.runner = new OperationRunner(
                journal,
                publishing.handlers(),
                clock,
                RandomGenerator.getDefault(),
                LocalProcesses.current(),
                here,
                LeaseSettings.standard());
    }

    static CheckedDocument document(PolicyId policy, int content) {
        return new CheckedDocument(
                policy + ".yaml", policy, "platform", "content: " + content, "%064x".formatted(content));
    }

    PlanPublishing.Result planPublishing(CheckedDocument... documents) {
        return publishing
                .planPublishing(here, (from, to) -> List.of(from + " becomes " + to))
                .run(new PlanPublishing.Request(List.of(documents), ""), ProgressListener.SILENT);
    }

    ApplyPlan.Result publish(Optional<String> signWith, CheckedDocument... documents) {
        return publish(planPublishing(documents).plan(), signWith, documents);
    }

    ApplyPlan.Result publish(Plan plan, Optional<String> signWith, CheckedDocument... documents) {
        return publishing
                .publishPolicies(here, () -> runner)
                .run(new PublishPolicies.Request(plan, List.of(documents), signWith), ProgressListener.SILENT);
    }

    Plan planActivation(PolicyId policy, long number, PlanActivation.Manner manner) {
        return new PlanActivation(here, publishing.policies(), clock)
                .run(
                        new PlanActivation.Request(
                                policy, Optional.of(number), PRODUCTION, manner, Optional.empty(), false, "roll out"),
                        ProgressListener.SILENT);
    }

    ApplyPlan.Result activate(PolicyId policy, long number) {
        return apply(planActivation(policy, number, new PlanActivation.Manner.Full()), true);
    }

    ApplyPlan.Result apply(Plan plan, boolean wait) {
        return new ApplyPlan(here, publishing.appliers(), () -> runner)
                .run(new ApplyPlan.Request(plan, new Following(wait, Duration.ZERO)), ProgressListener.SILENT);
    }

    PolicyHead head() {
        return store.head(PRODUCTION);
    }

    Optional<Long> inForce(PolicyId policy) {
        return head().version(policy).map(version -> version.number());
    }

    void report(String id, long generation, Optional<String> problem) {
        Instant now = clock.instant();
        store.report(
                new RuntimeInstance(id, PRODUCTION, "127.0.0.1:8080", "0.1.0", generation, now, now, problem),
                Duration.ofMinutes(1));
    }

    @Override
    public void close() {
        aws.close();
    }
}
