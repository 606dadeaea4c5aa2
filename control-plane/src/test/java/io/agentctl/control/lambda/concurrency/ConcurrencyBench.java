package io.agentctl.control.lambda.concurrency;

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
import io.agentctl.control.lambda.LambdaWiring;
import io.agentctl.control.lambda.UpdatePace;
import io.agentctl.control.metrics.MetricsGateway;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.pricing.LambdaPriceTables;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.sandbox.world.World;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Everything that a change of what is kept ready takes, put together against an endpoint, with a journal in a folder.
 */
final class ConcurrencyBench implements AutoCloseable {

    static final ConcurrencyTarget LIVE = ConcurrencyTarget.parse("worker:live");
    static final ConcurrencyTarget HELD = ConcurrencyTarget.parse("held:live");
    static final ConcurrencyTarget TINY = ConcurrencyTarget.parse("tiny:live");

    /** Provisioning takes 20 ms; tiny has too little memory to start. */
    static final World WORLD = World.parse(
            """
            seed: 7
            history: 3d
            lambda: {updating: 20ms, provisioning: 20ms, timeScale: 0}
            functions:
              - name: worker
                memory: 1024
                versions: 3
                aliases: {live: 2, old: 1}
                model: {latency: 200ms}
                traffic: {perMinute: 300, qualifier: live, dailyAmplitude: 0.5}
              - name: held
                memory: 512
                versions: 1
                aliases: {live: 1}
                reservedConcurrency: 20
                provisioned: {live: 4}
              - name: tiny
                memory: 128
                versions: 1
                aliases: {live: 1}
                model: {memoryUsed: 200}
            """,
            Path.of("."));

    final AwsClients aws;
    final CallerIdentity here;
    final ConcurrencyWiring concurrency;
    final MetricsGateway metrics;
    final Journal journal;
    final OperationRunner runner;

    ConcurrencyBench(URI endpoint, Path journalFolder) {
        this(endpoint, journalFolder, List.of(), UnaryOperator.identity());
    }

    ConcurrencyBench(
            URI endpoint, Path journalFolder, List<ExecutionInterceptor> watching, UnaryOperator<Journal> around) {
        this.aws = new AwsClients(AwsSettings.sandbox(endpoint, "us-east-1"), watching);
        this.here = new CallerIdentity("sandbox", "us-east-1", aws::sts, aws::stsImpatient);
        UpdatePace pace = new UpdatePace(Duration.ofMillis(10), Duration.ofSeconds(30));
        LambdaWiring lambda = new LambdaWiring(aws, here, Clock.systemUTC(), pace);
        this.concurrency = new ConcurrencyWiring(aws, lambda, here, Clock.systemUTC(), pace);
        this.metrics = new MetricsGateway(aws::cloudWatch, new ApiCalls(2));
        this.journal = around.apply(new FileJournal(journalFolder));
        this.runner = new OperationRunner(
                journal,
                concurrency.handlers(),
                Clock.systemUTC(),
                RandomGenerator.getDefault(),
                LocalProcesses.current(),
                here,
                LeaseSettings.standard());
    }

    Plan plan(ConcurrencyTarget target, int environments) {
        return concurrency
                .planning(() -> LambdaPriceTables.shipped().forRegion("us-east-1"))
                .run(new PlanConcurrency.Request(target, environments), ProgressListener.SILENT);
    }

    AdviseConcurrency.Result advise(ConcurrencyTarget target, LevelRule rule) {
        return concurrency
                .advising(metrics, () -> LambdaPriceTables.shipped().forRegion("us-east-1"))
                .run(new AdviseConcurrency.Request(target, Duration.ofDays(3), rule, 0.99), ProgressListener.SILENT);
    }

    ApplyPlan.Result apply(Plan plan) {
        return new ApplyPlan(here, List.of(concurrency.applier()), () -> runner)
                .run(new ApplyPlan.Request(plan, new Following(true, Duration.ZERO)), ProgressListener.SILENT);
    }

    /** What is asked for now; 0 for none. */
    int requested(ConcurrencyTarget target) {
        return aws
                .lambda()
                .listProvisionedConcurrencyConfigs(
                        request -> request.functionName(target.function().value()))
                .provisionedConcurrencyConfigs()
                .stream()
                .filter(one -> one.functionArn().endsWith(":" + target.qualifier()))
                .mapToInt(one -> one.requestedProvisionedConcurrentExecutions())
                .sum();
    }

    @Override
    public void close() {
        aws.close();
    }
}
