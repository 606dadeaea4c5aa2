package io.agentctl.control.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.apply.Applied;
import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.apply.Following;
import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.aws.AwsClients;
import io.agentctl.control.aws.AwsSettings;
import io.agentctl.control.aws.CallerIdentity;
import io.agentctl.control.fargate.TaskSize;
import io.agentctl.control.journal.FileJournal;
import io.agentctl.control.journal.LeaseSettings;
import io.agentctl.control.journal.LocalProcesses;
import io.agentctl.control.journal.OperationRunner;
import io.agentctl.control.journal.OperationState;
import io.agentctl.control.journal.UndoMode;
import io.agentctl.control.metrics.MetricsGateway;
import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.ResourcePlan;
import io.agentctl.control.plan.Risk;
import io.agentctl.control.pricing.PriceTables;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.rightsizing.Budgets;
import io.agentctl.control.rightsizing.Finding;
import io.agentctl.control.rightsizing.Reason;
import io.agentctl.control.rightsizing.ReasonCode;
import io.agentctl.control.rightsizing.RightsizeServices;
import io.agentctl.control.rightsizing.RiskAppetite;
import io.agentctl.control.rightsizing.ServiceAdvice;
import io.agentctl.control.scaling.Bounds;
import io.agentctl.control.scaling.ObservedScaling;
import io.agentctl.control.scaling.ScalingWiring;
import io.agentctl.control.scaling.Suspension;
import io.agentctl.control.scaling.TargetTracking;
import io.agentctl.control.testing.MotoServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.ecs.model.Compatibility;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.Service;

/** The ECS, scaling and metric flows against moto, an implementation of AWS that is not ours. */
class MotoServicesIT {

    /** A little over the day that advice needs. */
    private static final int HOURS = 27;

    @TempDir
    private Path journal;

    private static MotoServer moto;

    private AwsClients aws;
    private EcsWiring ecs;
    private MetricsGateway metrics;
    private CallerIdentity here;
    private OperationRunner runner;

    @BeforeAll
    static void startMoto() throws IOException, InterruptedException {
        moto = MotoServer.start(Map.of("MOTO_ECS_SERVICE_RUNNING", "4"));
    }

    @AfterAll
    static void stopMoto() {
        if (moto != null) {
            moto.close();
        }
    }

    @BeforeEach
    void createOneService() throws IOException, InterruptedException {
        moto.reset();
        aws = new AwsClients(AwsSettings.sandbox(moto.endpoint(), "us-east-1").withAttempts(2));
        metrics = new MetricsGateway(aws::cloudWatch, new ApiCalls(2));
        ScalingWiring scaling = new ScalingWiring(aws);
        ecs = new EcsWiring(
                aws,
                scaling.gateway(),
                metrics,
                Services.allOf("main"),
                Clock.systemUTC(),
                new Pace(Duration.ofMillis(100), Duration.ofSeconds(20)));
        here = new CallerIdentity("moto", "us-east-1", aws::sts, aws::stsImpatient);
        runner = new OperationRunner(
                new FileJournal(journal),
                Stream.of(scaling.handlers(), ecs.handlers())
                        .flatMap(List::stream)
                        .toList(),
                Clock.systemUTC(),
                RandomGenerator.getDefault(),
                LocalProcesses.current(),
                here,
                LeaseSettings.standard());
        createService();
    }

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void aServiceIsListedWithItsSizeUseAndCost() {
        putUsage();

        ListServices.Result result = new ListServices(
                        ecs.gateway(),
                        ecs.observer(),
                        metrics,
                        () -> PriceTables.shipped().forRegion("us-east-1"),
                        Clock.systemUTC())
                .run(new ListServices.Request(Services.allOf("main"), Duration.ofHours(24)), ProgressListener.SILENT);

        assertThat(result.services()).hasSize(1);
        ServiceRow row = result.services().getFirst();
        assertThat(row.cpu()).hasValue(2048);
        assertThat(row.desired()).isEqualTo(4);
        assertThat(row.cpuAverage().orElseThrow()).isBetween(4.0, 6.0);
        assertThat(row.monthlyCost()).isEqualTo(result.monthlyCost());
    }

    @Test
    void aSizeWhoseHistoryIsNotKnownGetsNoAdvice() {
        putUsage();

        RightsizeServices.Result advised = rightsize();

        ServiceAdvice advice = advised.services().getFirst();
        assertThat(advice.finding()).isEqualTo(Finding.UNKNOWN);
        assertThat(advice.reasons()).extracting(Reason::code).contains(ReasonCode.RESIZE_UNRESOLVED);
        assertThat(advised.plan().isEmpty()).isTrue();
    }

    @Test
    void anotherSizeIsRolledOutVerifiedAndUndone() {
        ObservedService before = ecs.observer().one(new ServiceName("main", "api"));
        Change smaller = new Change(
                before.name().resource(), "task-size", "2048/4096", "512/1024", "a test", Risk.LOW, Money.ZERO);
        ResourcePlan resource = new ResourcePlan(before.name().resource(), before.fingerprint(), List.of(smaller));

        ApplyPlan.Result applied = apply(new Plan("ecs rightsize", here.get(), Instant.now(), List.of(resource)));

        assertThat(applied.operations()).extracting(Applied::state).containsExactly(OperationState.SUCCEEDED);
        assertThat(ecs.gateway().taskDefinition(service().taskDefinition()).taskSize())
                .contains(new TaskSize(512, 1024));

        runner.undo(applied.operations().getFirst().operation(), UndoMode.CAREFUL, ProgressListener.SILENT);

        assertThat(service().taskDefinition()).isEqualTo(before.taskDefinition().arn());
        assertThat(activeRevisions()).containsExactly(before.taskDefinition().arn());
    }

    @Test
    void scalingIsSetAndTakenBack() {
        PlanScaling planning = new PlanScaling(here, ecs.gateway(), ecs.observer(), Clock.systemUTC());
        PlanScaling.Request wanted = new PlanScaling.Request(
                Services.one("main", "api"),
                Optional.of(2),
                Optional.of(10),
                Optional.of(60.0),
                Optional.of(300),
                Optional.of(60));

        ApplyPlan.Result applied = apply(planning.run(wanted, ProgressListener.SILENT));

        assertThat(ecs.observer().one(new ServiceName("main", "api")).scaling())
                .contains(new ObservedScaling(
                        new Bounds(2, 10), Suspension.NONE, new TargetTracking("api-cpu", 60, 300, 60, false), 0));
        assertThat(planning.run(wanted, ProgressListener.SILENT).isEmpty()).isTrue();

        runner.undo(applied.operations().getFirst().operation(), UndoMode.CAREFUL, ProgressListener.SILENT);

        assertThat(ecs.observer().one(new ServiceName("main", "api")).scaling()).isEmpty();
    }

    private RightsizeServices.Result rightsize() {
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
                                Services.one("main", "api"),
                                Duration.ofHours(HOURS),
                                RiskAppetite.MEDIUM,
                                Budgets.DEFAULT),
                        ProgressListener.SILENT);
    }

    private ApplyPlan.Result apply(Plan plan) {
        return new ApplyPlan(here, List.of(ecs.applier()), () -> runner)
                .run(new ApplyPlan.Request(plan, new Following(true, Duration.ZERO)), ProgressListener.SILENT);
    }

    private void createService() {
        aws.ecs().createCluster(request -> request.clusterName("main"));
        aws.ecs().registerTaskDefinition(request -> request.family("api")
                .requiresCompatibilities(Compatibility.FARGATE)
                .cpu("2048")
                .memory("4096")
                .containerDefinitions(ContainerDefinition.builder()
                        .name("app")
                        .image("example/app:1")
                        .cpu(2048)
                        .memory(4096)
                        .essential(true)
                        .build()));
        aws.ecs().createService(request -> request.cluster("main")
                .serviceName("api")
                .taskDefinition("api:1")
                .launchType("FARGATE")
                .desiredCount(4));
    }

    private Service service() {
        return ecs.gateway().describe(new ServiceName("main", "api")).orElseThrow();
    }

    private List<String> activeRevisions() {
        return aws.ecs()
                .listTaskDefinitions(request -> request.familyPrefix("api").status("ACTIVE"))
                .taskDefinitionArns();
    }

    /** Five percent of CPU and twenty of memory on four tasks, every five minutes. */
    private void putUsage() {
        Instant end = Instant.now().truncatedTo(ChronoUnit.HOURS);
        List<MetricDatum> data = new ArrayList<>();
        for (int i = 1; i <= HOURS * 12; i++) {
            Instant time = end.minus(Duration.ofMinutes(5L * i));
            data.add(datum("CPUUtilization", time, List.of(4.5, 4.8, 5.2, 5.5)));
            data.add(datum("MemoryUtilization", time, List.of(20.0)));
        }
        aws.cloudWatch().putMetricData(request -> request.namespace("AWS/ECS").metricData(data));
    }

    private static MetricDatum datum(String name, Instant time, List<Double> values) {
        return MetricDatum.builder()
                .metricName(name)
                .timestamp(time)
                .values(values)
                .dimensions(
                        Dimension.builder().name("ClusterName").value("main").build(),
                        Dimension.builder().name("ServiceName").value("api").build())
                .build();
    }
}
