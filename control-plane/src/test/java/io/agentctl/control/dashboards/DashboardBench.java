package io.agentctl.control.dashboards;

import io.agentctl.control.apply.Applied;
import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.apply.Following;
import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.aws.AwsClients;
import io.agentctl.control.aws.AwsSettings;
import io.agentctl.control.aws.CallerIdentity;
import io.agentctl.control.journal.FileJournal;
import io.agentctl.control.journal.Journal;
import io.agentctl.control.journal.LeaseSettings;
import io.agentctl.control.journal.LocalProcesses;
import io.agentctl.control.journal.OperationRunner;
import io.agentctl.control.journal.UndoMode;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.progress.ProgressListener;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Everything that planning and applying dashboards takes, put together against an endpoint. */
final class DashboardBench implements AutoCloseable {

    static final String NAME = "acme-runtime";

    final AwsClients aws;
    final DashboardGateway gateway;
    final Journal journal;
    final OperationRunner runner;
    private final CallerIdentity here;
    private final DashboardsWiring dashboards;

    DashboardBench(URI endpoint, Path journalFolder) {
        this(endpoint, journalFolder, List.of(), UnaryOperator.identity());
    }

    DashboardBench(
            URI endpoint, Path journalFolder, List<ExecutionInterceptor> watching, UnaryOperator<Journal> around) {
        this.aws = new AwsClients(AwsSettings.sandbox(endpoint, "us-east-1"), watching);
        this.here = new CallerIdentity("sandbox", "us-east-1", aws::sts, aws::stsImpatient);
        this.dashboards = new DashboardsWiring(aws, here, Clock.systemUTC());
        this.gateway = new DashboardGateway(aws::cloudWatch, new ApiCalls(2));
        this.journal = around.apply(new FileJournal(journalFolder));
        this.runner = new OperationRunner(
                journal,
                dashboards.handlers(),
                Clock.systemUTC(),
                RandomGenerator.getDefault(),
                LocalProcesses.current(),
                here,
                LeaseSettings.standard());
    }

    Plan plan(String... services) {
        return dashboards.plan().run(wish(services), ProgressListener.SILENT).plan();
    }

    static DashboardWish wish(String... services) {
        return new DashboardWish(
                "acme",
                "main",
                List.of(services),
                List.of("acme-governance"),
                List.of("acme-governance-policies"),
                List.of(),
                List.of("acme-availability-page"));
    }

    Applied apply(Plan plan) {
        return new ApplyPlan(here, List.of(dashboards.applier()), () -> runner)
                .run(new ApplyPlan.Request(plan, new Following(true, Duration.ZERO)), ProgressListener.SILENT)
                .operations()
                .getFirst();
    }

    void undo(Applied applied) {
        runner.undo(applied.operation(), UndoMode.CAREFUL, ProgressListener.SILENT);
    }

    String body() {
        return gateway.body(NAME).orElse("");
    }

    @Override
    public void close() {
        aws.close();
    }
}
