package io.agentctl.control.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agentctl.control.testing.MotoServer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/**
 * What moto's CloudFormation leaves out, given to moto's services by the {@code aws} command, which checks names and
 * types of parameters by AWS's own models. Names of properties are those of parameters there.
 */
class ServicesTakeTemplatesIT {

    private static final Pattern KEY = Pattern.compile("\"([A-Z])(\\w*)\":");

    private static MotoServer moto;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startMoto() throws IOException, InterruptedException {
        moto = MotoServer.start(Map.of());
    }

    @AfterAll
    static void stopMoto() {
        if (moto != null) {
            moto.close();
        }
    }

    @BeforeEach
    void empty() throws IOException {
        moto.reset();
    }

    @Test
    void alarmsThatRollDeploymentsBack() throws IOException, InterruptedException {
        Intrinsics balancer = new Intrinsics(
                Template.of("balancer"),
                Map.of(
                        "Project", "acme",
                        "Name", "runtime",
                        "Balancer.LoadBalancerFullName", "app/acme/1",
                        "Targets.TargetGroupFullName", "targetgroup/acme/2"));
        aws("cloudwatch", "put-metric-alarm", balancer.resource("FailingDeployment"));
        aws("cloudwatch", "put-metric-alarm", balancer.resource("SlowDeployment"));

        try (CloudWatchClient client = Stacks.client(CloudWatchClient.builder(), moto.endpoint())) {
            List<MetricAlarm> alarms = client.describeAlarms().metricAlarms();
            assertThat(alarms)
                    .extracting(MetricAlarm::alarmName)
                    .containsExactlyInAnyOrder("acme-runtime-deployment-errors", "acme-runtime-deployment-latency");
            assertThat(alarms).extracting(MetricAlarm::treatMissingData).containsOnly("notBreaching");
        }
    }

    @Test
    void servicesAndTheirScaling() throws IOException, InterruptedException {
        Map<String, String> network;
        Map<String, String> balancer;
        try (Stacks stacks = new Stacks(moto.endpoint())) {
            network = stacks.network();
            Map<String, String> parameters = new HashMap<>(network);
            parameters.put("Name", "runtime");
            balancer = stacks.create("balancer", parameters);
        }
        String subnet = network.get("Subnets").replaceFirst(",.*", "");
        Intrinsics runtime = new Intrinsics(
                Template.of("runtime"),
                Map.of(
                        "Project", "acme",
                        "Service.Name", "runtime",
                        "Subnets", subnet,
                        "acme-runtime-tasks", balancer.get("Tasks"),
                        "acme-runtime-targets", balancer.get("Targets"),
                        "Task", "acme-runtime",
                        "Image", "registry.example.com/agentctl-runtime:1"));
        JsonNode target = runtime.resource("Scaling");
        ObjectNode policy = (ObjectNode) runtime.resource("ScalingByCpu");
        policy.remove("ScalingTargetId");
        List.of("ServiceNamespace", "ResourceId", "ScalableDimension")
                .forEach(property -> policy.set(property, target.get(property)));
        aws("ecs", "create-cluster", json("{\"clusterName\": \"acme\"}"));
        aws("ecs", "register-task-definition", inSmallLetters(runtime.resource("Task")));
        aws("ecs", "create-service", inSmallLetters(withLists(runtime.resource("Service"), subnet)));
        aws("application-autoscaling", "register-scalable-target", numbers(target, "MinCapacity", "MaxCapacity"));
        aws("application-autoscaling", "put-scaling-policy", policy);

        try (ApplicationAutoScalingClient client =
                Stacks.client(ApplicationAutoScalingClient.builder(), moto.endpoint())) {
            assertThat(client.describeScalableTargets(request -> request.serviceNamespace(ServiceNamespace.ECS))
                            .scalableTargets())
                    .singleElement()
                    .satisfies(scalable -> {
                        assertThat(scalable.resourceId()).isEqualTo("service/acme/runtime");
                        assertThat(scalable.minCapacity()).isEqualTo(2);
                        assertThat(scalable.maxCapacity()).isEqualTo(10);
                    });
            assertThat(client.describeScalingPolicies(request -> request.serviceNamespace(ServiceNamespace.ECS))
                            .scalingPolicies())
                    .singleElement()
                    .satisfies(tracking -> assertThat(tracking.targetTrackingScalingPolicyConfiguration()
                                    .targetValue())
                            .isEqualTo(60));
        }
    }

    @Test
    void schedulesOfJobs() throws IOException, InterruptedException {
        Template template = Template.of("jobs");
        Intrinsics jobs = new Intrinsics(
                template,
                Map.of(
                        "Project", "acme",
                        "Subnets", "subnet-1",
                        "Windows", "windows: []",
                        "SchedulerRole.Arn", "arn:aws:iam::123456789012:role/acme/scheduler",
                        "TaskGroup.GroupId", "sg-1",
                        "Task", "arn:aws:ecs:us-east-1:123456789012:task-definition/acme-jobs:1"));
        for (String id : template.resources("AWS::Scheduler::Schedule").keySet()) {
            aws(
                    "scheduler",
                    "create-schedule",
                    json(withLists(jobs.resource(id), "subnet-1").toString().replace("Awsvpc", "awsvpc")));
        }

        String listed = aws("scheduler", "list-schedules", json("{}"));
        assertThat(listed).contains("acme-windows", "acme-regressions", "acme-edited-alarms");
        JsonNode windows = json(aws("scheduler", "get-schedule", json("{\"Name\": \"acme-windows\"}")));
        assertThat(windows.path("State").asText()).isEqualTo("ENABLED");
        assertThat(windows.path("ScheduleExpression").asText()).isEqualTo("rate(5 minutes)");
        assertThat(json(windows.at("/Target/Input").asText())
                        .at("/containerOverrides/0/command/0")
                        .asText())
                .isEqualTo("windows");
        assertThat(json(aws("scheduler", "get-schedule", json("{\"Name\": \"acme-edited-alarms\"}")))
                        .path("State")
                        .asText())
                .as("without objectives")
                .isEqualTo("DISABLED");
    }

    /** A list that is a parameter is resolved to one text. */
    private static JsonNode withLists(JsonNode properties, String subnet) throws IOException {
        return json(
                properties.toString().replace("\"Subnets\":\"" + subnet + "\"", "\"Subnets\":[\"" + subnet + "\"]"));
    }

    /** ECS begins its parameters with small letters, where CloudFormation has capital ones. */
    private static JsonNode inSmallLetters(JsonNode properties) throws IOException {
        return json(KEY.matcher(properties.toString())
                .replaceAll(key -> "\"" + key.group(1).toLowerCase(Locale.ROOT) + key.group(2) + "\":"));
    }

    /** Parameters of CloudFormation are texts. */
    private static JsonNode numbers(JsonNode properties, String... names) {
        ObjectNode copy = properties.deepCopy();
        Arrays.stream(names).forEach(name -> copy.put(name, copy.get(name).asInt()));
        return copy;
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private String aws(String service, String operation, JsonNode input) throws IOException, InterruptedException {
        Path given = folder.resolve("input.json");
        Path said = folder.resolve("said");
        Files.writeString(given, input.toString());
        ProcessBuilder builder = new ProcessBuilder(
                        program(), service, operation, "--cli-input-json", "file://" + given, "--output", "json")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment()
                .putAll(Map.of(
                        "AWS_ENDPOINT_URL", moto.endpoint().toString(),
                        "AWS_ACCESS_KEY_ID", "test",
                        "AWS_SECRET_ACCESS_KEY", "test",
                        "AWS_DEFAULT_REGION", "us-east-1"));
        int code = builder.start().waitFor();
        String answer = Files.readString(said);
        assertThat(code).as(operation + ": " + answer).isZero();
        return answer;
    }

    private static String program() {
        Optional<Path> program = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(path -> Path.of(path, "aws"))
                .filter(Files::isExecutable)
                .findFirst();
        assumeThat(program).as("skipped: aws is not on the PATH").isPresent();
        return program.orElseThrow().toString();
    }
}
