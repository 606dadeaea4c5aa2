package io.agentctl.control.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.journal.JournalTable;
import io.agentctl.control.testing.MotoServer;
import io.agentctl.policies.store.PolicyTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * The stacks of {@code dist/cloudformation} created, updated and deleted in moto. What its CloudFormation does not know
 * (docs/deploy.md lists it) is left out by it without a word; the schemas of cfn-lint still hold for it.
 */
class StacksOnMotoIT {

    private static MotoServer moto;

    private Stacks stacks;

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
        stacks = new Stacks(moto.endpoint());
    }

    @AfterEach
    void close() {
        stacks.close();
    }

    @Test
    void tablesAreThoseThatTheCodeMakesAndOutliveTheirStack() throws IOException {
        stacks.create("tables", Map.of("DeletionProtection", "false"));

        try (DynamoDbClient client = Stacks.client(DynamoDbClient.builder(), moto.endpoint())) {
            expireAsTheTemplateSays(client, "Policies", "acme-governance-policies");
            expireAsTheTemplateSays(client, "Operations", "acme-agentctl");
            assertThat(new PolicyTable(client, "acme-governance-policies").problems())
                    .isEmpty();
            new JournalTable(client, "made-by-code").create();
            assertThat(shape(client, "acme-agentctl")).isEqualTo(shape(client, "made-by-code"));

            stacks.delete("tables");
            assertThat(client.listTables().tableNames()).contains("acme-governance-policies", "acme-agentctl");
        }
    }

    /** The CloudFormation of moto leaves that out. */
    private static void expireAsTheTemplateSays(DynamoDbClient client, String resource, String table) {
        JsonNode expiry = Template.of("tables").resource(resource).path("TimeToLiveSpecification");
        client.updateTimeToLive(request -> request.tableName(table).timeToLiveSpecification(ttl -> ttl.attributeName(
                        expiry.path("AttributeName").asText())
                .enabled(expiry.path("Enabled").asBoolean())));
    }

    @Test
    void theRuntimeRunsInTheClusterBehindItsBalancer() throws IOException {
        Map<String, String> network = stacks.network();
        stacks.create("base", Map.of("Email", "oncall@example.com"));
        stacks.create("iam", Map.of());
        Map<String, String> balancer = new HashMap<>(network);
        balancer.put("Name", "runtime");
        assertThat(stacks.create("balancer", balancer)).containsKeys("Url", "Targets", "Tasks");
        Map<String, String> runtime = Map.of(
                "Subnets", network.get("Subnets"),
                "Image", "registry.example.com/agentctl-runtime:1",
                "Backends", "backends: {mail: {target: 'sqs:acme-mail'}}\nroutes: {tool_mail: mail}");
        stacks.create("runtime", runtime);

        try (EcsClient client = Stacks.client(EcsClient.builder(), moto.endpoint());
                SnsClient sns = Stacks.client(SnsClient.builder(), moto.endpoint())) {
            assertThat(client.listServices(request -> request.cluster("acme")).serviceArns())
                    .singleElement()
                    .satisfies(arn -> assertThat(arn).endsWith(":service/acme/runtime"));
            List<ContainerDefinition> containers = client.describeTaskDefinition(
                            request -> request.taskDefinition("acme-runtime"))
                    .taskDefinition()
                    .containerDefinitions();
            assertThat(containers).extracting(ContainerDefinition::name).containsExactly("files", "runtime");
            assertThat(containers.getFirst().environment())
                    .extracting(KeyValuePair::value)
                    .first()
                    .asString()
                    .contains("project: acme\n", "tool_mail: mail");
            assertThat(sns.listTopics().topics()).singleElement().satisfies(topic -> assertThat(topic.topicArn())
                    .endsWith(":acme-alerts"));

            Map<String, String> next = new HashMap<>(runtime);
            next.put("Image", "registry.example.com/agentctl-runtime:2");
            stacks.update("runtime", next);

            stacks.delete("runtime");
        }
        stacks.delete("balancer");
        stacks.delete("iam");
        stacks.delete("base");
        assertThat(stacks.names()).containsExactly("acme-network");
    }

    /** What it may do is what those policies say that carry the project's name. */
    @Test
    void theControlPlaneListensBehindACertificate() throws IOException, InterruptedException {
        Map<String, String> network = stacks.network();
        stacks.create("base", Map.of());
        stacks.create("iam", Map.of());
        Map<String, String> balancer = new HashMap<>(network);
        balancer.put("Name", "control-plane");
        balancer.put("Certificate", Stacks.certificate(moto.endpoint()));
        assertThat(stacks.create("balancer", balancer).get("Url")).startsWith("https://");
        Map<String, String> plane = new HashMap<>(Map.of(
                "Subnets", network.get("Subnets"),
                "Image", "registry.example.com/agentctl-control-plane:1",
                "Url", "https://agentctl.example.com",
                "Access", "grants: [{role: viewer, to: ['arn:aws:iam::123456789012:role/*']}]"));
        assertThat(stacks.create("control-plane", plane).get("Context"))
                .contains("acme: {type: control-plane, url: 'https://agentctl.example.com'}");

        try (EcsClient client = Stacks.client(EcsClient.builder(), moto.endpoint())) {
            assertThat(client.describeTaskDefinition(request -> request.taskDefinition("acme-control-plane"))
                            .taskDefinition()
                            .containerDefinitions()
                            .getFirst()
                            .environment())
                    .filteredOn(variable -> variable.name().equals("CONTROL_PLANE"))
                    .extracting(KeyValuePair::value)
                    .singleElement()
                    .satisfies(file -> assertThat(file)
                            .contains("audience: 'https://agentctl.example.com'", "grants: [{role: viewer"));

            plane.put("Image", "registry.example.com/agentctl-control-plane:2");
            stacks.update("control-plane", plane);
            assertThat(client.listTaskDefinitions(request -> request.familyPrefix("acme-control-plane"))
                            .taskDefinitionArns())
                    .last()
                    .asString()
                    .endsWith(":2");
        }
        assertThat(stacks.resources("iam")).containsKeys("Viewer", "Operator", "ControlPlane");
        stacks.delete("control-plane");
        stacks.delete("balancer");
    }

    /** A release brings all of them anew; what it does not change stays. */
    @Test
    void allThatServicesStandOnIsUpdated() throws IOException {
        Map<String, String> network = stacks.network();
        Map<String, String> balancer = new HashMap<>(network);
        balancer.put("Name", "runtime");
        stacks.create("base", Map.of());
        stacks.create("iam", Map.of());
        stacks.create("tables", Map.of("DeletionProtection", "true"));
        Map<String, String> made = stacks.create("balancer", balancer);
        stacks.create("api-gateway", Map.of("Runtime", "https://runtime.example.com"));

        stacks.update("base", Map.of("Email", "oncall@example.com"));
        assertThat(stacks.resources("base")).containsEntry("Cluster", "acme");
        stacks.update("iam", Map.of(), text -> text.replace("Effect: Allow", "Effect: Deny"));
        stacks.update("tables", Map.of("DeletionProtection", "false"));
        try (DynamoDbClient client = Stacks.client(DynamoDbClient.builder(), moto.endpoint())) {
            assertThat(client.listTables().tableNames()).contains("acme-governance-policies", "acme-agentctl");
        }
        balancer.put("Clients", "192.0.2.0/24");
        assertThat(stacks.update("balancer", balancer)).isEqualTo(made);
        stacks.update("api-gateway", Map.of("Runtime", "https://runtime.example.org", "HealthSeconds", "10"));
        assertThat(stacks.resources("api-gateway")).containsKeys("Api", "Health", "Dispatch");
    }

    @Test
    void theFunctionHasWhatItReads() throws IOException, InterruptedException {
        put("/code/");
        put("/code/function-1.jar");
        stacks.create("iam", Map.of());
        Map<String, String> first = Map.of("CodeBucket", "code", "CodeKey", "function-1.jar", "Memory", "512");
        stacks.create("governance-function", first);

        try (LambdaClient client = Stacks.client(LambdaClient.builder(), moto.endpoint())) {
            FunctionConfiguration function = client.listFunctions().functions().getFirst();
            assertThat(function.functionName()).isEqualTo("acme-governance");
            assertThat(function.runtimeAsString()).isEqualTo("java25");
            assertThat(function.memorySize()).isEqualTo(512);
            assertThat(function.environment().variables())
                    .containsEntry("AGENTCTL_PROJECT", "acme")
                    .containsEntry("AGENTCTL_ENVIRONMENT", "production");

            Map<String, String> larger = new HashMap<>(first);
            larger.put("Memory", "1024");
            stacks.update("governance-function", larger);
            assertThat(client.getFunctionConfiguration(request -> request.functionName("acme-governance"))
                            .memorySize())
                    .isEqualTo(1024);
        }
        stacks.delete("governance-function");
    }

    @Test
    void jobsAndTheGatewayAreMade() throws IOException {
        stacks.create("iam", Map.of());
        Map<String, String> jobs = new HashMap<>(stacks.network());
        jobs.put("Image", "registry.example.com/agentctl:1");
        jobs.put("Windows", "apiVersion: agentctl/v1\nkind: Windows\nwindows: []");
        stacks.create("jobs", jobs);
        stacks.create("api-gateway", Map.of("Runtime", "https://runtime.example.com"));

        try (EcsClient client = Stacks.client(EcsClient.builder(), moto.endpoint())) {
            assertThat(client.listTaskDefinitionFamilies().families()).containsExactly("acme-jobs", "acme-perf");
        }
        assertThat(stacks.resources("jobs")).containsKeys("Task", "LoadTask", "SchedulerRole", "NewsOfJobs");
        assertThat(stacks.resources("api-gateway")).containsKeys("Api", "Health", "Dispatch");
        jobs.put("LogDays", "90");
        stacks.update("jobs", jobs);
        stacks.delete("api-gateway");
        stacks.delete("jobs");
    }

    private static TableDescription shape(DynamoDbClient client, String name) {
        TableDescription table =
                client.describeTable(request -> request.tableName(name)).table();
        assertThat(table.billingModeSummary().billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
        String expiry = client.describeTimeToLive(request -> request.tableName(name))
                .timeToLiveDescription()
                .attributeName();
        return TableDescription.builder()
                .keySchema(table.keySchema())
                .attributeDefinitions(table.attributeDefinitions())
                .tableId(expiry)
                .build();
    }

    /** Puts a bucket, or an archive into one. */
    private static void put(String path) throws IOException, InterruptedException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            zip.putNextEntry(new ZipEntry("code"));
            zip.write("code".getBytes(StandardCharsets.UTF_8));
        }
        byte[] body = path.endsWith("/") ? new byte[0] : archive.toByteArray();
        URI place = moto.endpoint().resolve(path);
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(place)
                            .header(
                                    "Authorization",
                                    "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/s3/aws4_request")
                            .PUT(HttpRequest.BodyPublishers.ofByteArray(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        }
    }
}
