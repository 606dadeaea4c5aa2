package io.agentctl.control.lambda;

import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.apply.Following;
import io.agentctl.control.aws.AwsClients;
import io.agentctl.control.aws.AwsSettings;
import io.agentctl.control.aws.CallerIdentity;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.FileJournal;
import io.agentctl.control.journal.Journal;
import io.agentctl.control.journal.LeaseSettings;
import io.agentctl.control.journal.LocalProcesses;
import io.agentctl.control.journal.OperationRunner;
import io.agentctl.control.lambda.invocation.Payloads;
import io.agentctl.control.lambda.report.SweepReport;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.pricing.LambdaPriceTables;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.race.Objective;
import io.agentctl.sandbox.world.World;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** Everything that a change of a function takes, put together against an endpoint, with a journal in a folder. */
final class FunctionBench implements AutoCloseable {

    static final FunctionName WORKER = new FunctionName("worker");
    static final FunctionName RESIZER = new FunctionName("resizer");
    static final FunctionName BROKEN = new FunctionName("broken");

    /** Updates take 4 ms, invocations no time. */
    static final World WORLD = World.parse(
            """
            seed: 7
            lambda: {updating: 4ms, timeScale: 0}
            functions:
              - name: worker
                memory: 1024
                timeout: 30s
                versions: 2
                aliases: {live: 2, old: 1}
                environment: {MODE: fast, SECRET: hunter2}
              - name: resizer
                memory: 512
                timeout: 10s
                versions: 1
                aliases: {live: 1}
                model: {cpu: 100ms, latency: 20ms, noise: 0.02, memoryUsed: 200}
              - name: broken
                memory: 256
                failureRate: 1
            """,
            Path.of("."));

    final AwsClients aws;
    final LambdaWiring lambda;
    final CallerIdentity here;
    final Journal journal;
    final OperationRunner runner;

    FunctionBench(URI endpoint, Path journalFolder) {
        this(endpoint, journalFolder, List.of(), UnaryOperator.identity());
    }

    /**
     * Puts it together.
     *
     * @param watching see every AWS call
     * @param around what to put around the journal
     */
    FunctionBench(
            URI endpoint, Path journalFolder, List<ExecutionInterceptor> watching, UnaryOperator<Journal> around) {
        this.aws = new AwsClients(AwsSettings.sandbox(endpoint, "us-east-1"), watching);
        this.here = new CallerIdentity("sandbox", "us-east-1", aws::sts, aws::stsImpatient);
        this.lambda = new LambdaWiring(
                aws, here, Clock.systemUTC(), new UpdatePace(Duration.ofMillis(3), Duration.ofSeconds(30)));
        this.journal = around.apply(new FileJournal(journalFolder));
        this.runner = runner(lambda.handlers());
    }

    private OperationRunner runner(List<ActionHandler> handlers) {
        return new OperationRunner(
                journal,
                handlers,
                Clock.systemUTC(),
                RandomGenerator.getDefault(),
                LocalProcesses.current(),
                here,
                LeaseSettings.standard());
    }

    SweepPlan planSweep(SweepRequest request) {
        return lambda.planSweep(ignored -> OptionalDouble.of(100), () -> LambdaPriceTables.shipped()
                        .forRegion("us-east-1"))
                .run(request, ProgressListener.SILENT);
    }

    SweepReport sweep(SweepRequest request, ProgressListener progress) {
        return lambda.runSweep(this::runner).run(new RunSweep.Request(planSweep(request), Payloads.none()), progress);
    }

    static SweepRequest request(FunctionName name, Integer... memoryMb) {
        return new SweepRequest(
                name,
                List.of(memoryMb),
                List.of(),
                new Objective.Cost(),
                0.02,
                0.95,
                OptionalInt.empty(),
                OptionalDouble.empty(),
                0,
                SweepRequest.USUAL_CONCURRENCY);
    }

    Plan planMemory(int memoryMb, String alias) {
        return lambda.planMemory()
                .run(
                        new PlanMemory.Request(WORKER, memoryMb, Optional.empty(), Optional.ofNullable(alias)),
                        ProgressListener.SILENT);
    }

    ApplyPlan.Result apply(Plan plan) {
        return new ApplyPlan(here, List.of(lambda.applier()), () -> runner)
                .run(new ApplyPlan.Request(plan, new Following(true, Duration.ZERO)), ProgressListener.SILENT);
    }

    /** All that a user would see of a function: what cannot change by itself, in one text. */
    static String everything(LambdaClient lambda, FunctionName name) {
        return Snapshot.of(lambda.getFunctionConfiguration(request -> request.functionName(name.value())))
                        .text()
                + lambda.listVersionsByFunction(request -> request.functionName(name.value())).versions().stream()
                        .map(version -> Snapshot.of(version).text())
                        .toList()
                + lambda.listAliases(request -> request.functionName(name.value())).aliases().stream()
                        .map(alias ->
                                alias.name() + alias.functionVersion() + alias.description() + alias.routingConfig())
                        .toList();
    }

    @Override
    public void close() {
        aws.close();
    }
}
