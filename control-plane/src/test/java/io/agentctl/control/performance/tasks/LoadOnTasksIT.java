package io.agentctl.control.performance.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.agentctl.control.aws.AwsClients;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.performance.LoadResult.End;
import io.agentctl.control.performance.LoadResult.Verdict;
import io.agentctl.control.performance.load.LoadRequest;
import io.agentctl.control.performance.load.Turn;
import io.agentctl.control.performance.scenario.ScenarioReader;
import io.agentctl.control.performance.threshold.ThresholdParser;
import io.agentctl.control.permission.Errand;
import io.agentctl.control.progress.Cancellation;
import io.agentctl.control.progress.ProgressEvent;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.sandbox.Sandbox;
import io.agentctl.sandbox.http.AskedOfIam;
import io.agentctl.sandbox.world.World;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.ecs.model.DesiredStatus;

/** Tasks of the sandbox, which are processes, that send one load together. */
class LoadOnTasksIT {

    private static final String TABLE = "acme-agentctl";
    private static final Set<String> PATHS = ConcurrentHashMap.newKeySet();
    private static Sandbox sandbox;
    private static AwsClients aws;
    private static HttpServer target;

    @BeforeAll
    static void start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        sandbox = Sandbox.start(World.parse(
                """
                history: 1h
                tables: [%s]
                rollout: {provisioning: 0s, pending: 0s, draining: 0s}
                programs:
                  agentctl: ["%s", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", "%s", "%s"]
                  broken: ["false"]
                taskDefinitions:
                  - {family: perf, cpu: "256", memory: "512", containerDefinitions: [{name: app, image: agentctl}]}
                  - {family: broken, cpu: "256", memory: "512", containerDefinitions: [{name: app, image: broken}]}
                clusters: [{name: main}]
                """
                        .formatted(TABLE, java, System.getProperty("java.class.path"), WorkerMain.class.getName()),
                Path.of("")));
        aws = new AwsClients(WorkerMain.settings(sandbox.endpoint()));
        target = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        target.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        target.createContext("/", exchange -> {
            PATHS.add(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        target.start();
    }

    @AfterAll
    static void stop() {
        target.stop(0);
        aws.close();
        sandbox.close();
    }

    @Test
    void twoTasksKeepTheScheduleOfOne() {
        LoadResult result = load("perf", "{rate: 40/s, duration: 3s}", ProgressListener.SILENT);

        assertThat(result.total().counts().planned()).isEqualTo(120);
        assertThat(result.total().counts().sent()).isEqualTo(120);
        assertThat(result.total().latency().count()).isEqualTo(120);
        assertThat(result.total().seconds()).isBetween(2.9, 15.0);
        assertThat(PATHS).contains("/r/0", "/r/1", "/r/118", "/r/119");
        assertThat(result.intervals().stream()
                        .mapToLong(each -> each.latency().count())
                        .sum())
                .isEqualTo(120);
        assertThat(result.verdict()).isIn(Verdict.PASSED, Verdict.INCONCLUSIVE);
        assertThat(result.remarks().getFirst()).contains("2 tasks of perf");
        assertNothingIsLeft();
    }

    /**
     * No service lends its network here, tasks end by themselves, and the table is the test's: the command looks for
     * it.
     */
    @Test
    void whatItAndItsTasksCallIsWhatTheyDeclare() {
        sandbox.calls().clear();
        load("perf", "{rate: 20/s, duration: 1s}", ProgressListener.SILENT);
        Set<String> declared = new TreeSet<>();
        for (Errand errand : Errand.values()) {
            errand.needs().everything().forEach(permission -> declared.add(permission.action()));
        }
        Set<String> called = sandbox.calls().all().stream()
                .flatMap(AskedOfIam::by)
                .map(AskedOfIam::action)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(declared).containsAll(called);
        declared.removeAll(called);
        assertThat(declared)
                .isSubsetOf("dynamodb:DescribeTable", "ecs:ListServices", "ecs:DescribeServices", "ecs:StopTask");
    }

    @Test
    void askedToStopAllStopAndWhatTheySentIsReported() {
        Cancellation cancellation = new Cancellation();
        ProgressListener interrupting = new ProgressListener() {
            @Override
            public void on(ProgressEvent event) {
                if (event instanceof ProgressEvent.Course course
                        && course.count().work().contains("p99")) {
                    cancellation.request();
                }
            }

            @Override
            public Cancellation cancellation() {
                return cancellation;
            }
        };

        LoadResult result = load("perf", "{rate: 40/s, duration: 10m}", interrupting);

        assertThat(result.end()).isEqualTo(End.INTERRUPTED);
        assertThat(result.total().counts().sent()).isBetween(1L, 4000L);
        assertNothingIsLeft();
    }

    @Test
    void taskThatDoesNotComeUpEndsTheRun() {
        AgentctlException failure = catchThrowableOfType(
                AgentctlException.class, () -> load("broken", "{rate: 40/s, duration: 3s}", ProgressListener.SILENT));

        assertThat(failure.code()).isEqualTo(ErrorCode.FAILED);
        assertThat(failure.getMessage()).contains("has stopped").contains("exit code 1");
        assertNothingIsLeft();
    }

    @Test
    void whatATaskFailsWithIsTold() {
        AgentctlException failure = catchThrowableOfType(
                AgentctlException.class,
                () -> load(
                        "perf",
                        "{rate: 40/s, duration: 3s}",
                        ProgressListener.SILENT,
                        URI.create("http://127.0.0.1:1")));

        assertThat(failure.code()).isEqualTo(ErrorCode.UNREACHABLE);
        assertThat(failure.getMessage()).contains("of the load: http://127.0.0.1:1 cannot be reached");
        assertNothingIsLeft();
    }

    private static LoadResult load(String family, String stage, ProgressListener progress) {
        return load(
                family,
                stage,
                progress,
                URI.create("http://127.0.0.1:" + target.getAddress().getPort()));
    }

    private static LoadResult load(String family, String stage, ProgressListener progress, URI url) {
        LoadRequest load = new LoadRequest(
                ScenarioReader.parse(
                        "test.yaml", "request: {path: '/r/{{index}}'}\nstages: [" + stage + "]", Path.of("")),
                url,
                List.of(ThresholdParser.parse("errors<1%", "--threshold", ErrorCode.USAGE)),
                false,
                100_000,
                Optional.empty(),
                Turn.WHOLE);
        return new TasksWiring(aws)
                .load(() -> "us-east-1", TABLE)
                .run(
                        new LoadOnTasks.Request(
                                load, 2, new TaskPlace("main", family, Optional.empty()), Duration.ofMinutes(2)),
                        progress);
    }

    private static void assertNothingIsLeft() {
        assertThat(aws.dynamoDb()
                        .scan(ScanRequest.builder().tableName(TABLE).build())
                        .items())
                .isEmpty();
        assertThat(sandbox.ecs()
                        .listTasks(request -> request.cluster("main").desiredStatus(DesiredStatus.RUNNING))
                        .taskArns()
                        .size())
                .isLessThanOrEqualTo(2);
    }
}
