package io.agentctl.control.ecs;

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
import io.agentctl.control.metrics.MetricsGateway;
import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.ResourcePlan;
import io.agentctl.control.plan.Risk;
import io.agentctl.control.pricing.PriceTables;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.rightsizing.Budgets;
import io.agentctl.control.rightsizing.RightsizeServices;
import io.agentctl.control.rightsizing.RiskAppetite;
import io.agentctl.control.scaling.ScalingWiring;
import io.agentctl.sandbox.world.World;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.ecs.model.Service;

/** Everything that a change of a service takes, put together against an endpoint, with a journal in a folder. */
final class ServiceBench implements AutoCloseable {

    static final ServiceName IDLE = new ServiceName("main", "idle");

    /** One idle service and one that is stopped; rollouts take a quarter of a second. */
    static final World WORLD = World.parse(
            """
            seed: 7
            history: 14d
            rollout: {accepted: 20ms, provisioning: 30ms, pending: 30ms, health: 30ms, draining: 20ms, retry: 50ms}
            clusters:
              - name: main
                services:
                  - name: idle
                    cpu: 2048
                    memory: 4096
                    tasks: 2
                    workload: {perTask: {cpu: 20, memory: 300}, pattern: {cpu: 300, memory: 400}}
                  - name: stopped
                    cpu: 1024
                    memory: 2048
                    tasks: 0
                    workload: {perTask: {cpu: 20, memory: 300}, pattern: {cpu: 300, memory: 400}}
            """,
            Path.of("."));

    final AwsClients aws;
    final EcsWiring ecs;
    final CallerIdentity here;
    final Journal journal;
    final OperationRunner runner;
    private final MetricsGateway metrics;

    ServiceBench(URI endpoint, Path journalFolder) {
        this(endpoint, journalFolder, List.of(), journal -> journal, UnaryOperator.identity());
    }

    /**
     * Puts it together.
     *
     * @param watching see every AWS call
     * @param around what to put around the journal
     * @param adjusted changes the AWS settings
     */
    ServiceBench(
            URI endpoint,
            Path journalFolder,
            List<ExecutionInterceptor> watching,
            UnaryOperator<Journal> around,
            UnaryOperator<AwsSettings> adjusted) {
        Clock clock = Clock.systemUTC();
        this.aws = new AwsClients(adjusted.apply(AwsSettings.sandbox(endpoint, "us-east-1")), watching);
        this.metrics = new MetricsGateway(aws::cloudWatch, new ApiCalls(2));
        Pace pace = new Pace(Duration.ofMillis(50), Duration.ofSeconds(30));
        ScalingWiring scaling = new ScalingWiring(aws);
        this.ecs = new EcsWiring(aws, scaling.gateway(), metrics, Services.allOf("main"), clock, pace);
        this.here = new CallerIdentity("sandbox", "us-east-1", aws::sts, aws::stsImpatient);
        this.journal = around.apply(new FileJournal(journalFolder));
        this.runner = new OperationRunner(
                journal,
                Stream.of(scaling.handlers(), ecs.handlers())
                        .flatMap(List::stream)
                        .toList(),
                clock,
                RandomGenerator.getDefault(),
                LocalProcesses.current(),
                here,
                LeaseSettings.standard());
    }

    RightsizeServices.Result rightsize(ServiceName name) {
        return new RightsizeServices(
                        here,
                        ecs.gateway(),
                        ecs.observer(),
                        metrics,
                        new SizeHistory(ecs.gateway(), ecs.deployments()),
                        () -> PriceTables.shipped().forRegion("us-east-1"),
                        Clock.systemUTC())
                .run(
                        new RightsizeServices.Request(
                                Services.one(name.cluster(), name.service()),
                                Duration.ofDays(14),
                                RiskAppetite.MEDIUM,
                                Budgets.DEFAULT),
                        ProgressListener.SILENT);
    }

    /** A plan of one change to a service as it is now. */
    Plan plan(ServiceName name, ServiceField field, String from, String to) {
        ObservedService service = ecs.observer().one(name);
        Change change = new Change(name.resource(), field.word(), from, to, "a test", Risk.LOW, Money.ZERO);
        return new Plan(
                "ecs rightsize",
                here.get(),
                Clock.systemUTC().instant(),
                List.of(new ResourcePlan(name.resource(), service.fingerprint(), List.of(change))));
    }

    ApplyPlan.Result apply(Plan plan) {
        return apply(plan, Duration.ZERO);
    }

    ApplyPlan.Result apply(Plan plan, Duration watch) {
        return new ApplyPlan(here, List.of(ecs.applier()), () -> runner)
                .run(new ApplyPlan.Request(plan, new Following(true, watch)), ProgressListener.SILENT);
    }

    Service service(ServiceName name) {
        return ecs.gateway().describe(name).orElseThrow();
    }

    List<String> activeRevisions(ServiceName name) {
        return aws.ecs()
                .listTaskDefinitions(
                        request -> request.familyPrefix(name.service()).status("ACTIVE"))
                .taskDefinitionArns();
    }

    @Override
    public void close() {
        aws.close();
    }
}
