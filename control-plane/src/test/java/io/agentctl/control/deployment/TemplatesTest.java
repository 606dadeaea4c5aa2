package io.agentctl.control.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agentctl.control.settings.Inputs;
import io.agentctl.control.settings.JournalKind;
import io.agentctl.control.settings.Project;
import io.agentctl.control.settings.SettingsReader;
import io.agentctl.control.settings.TargetFlags;
import io.agentctl.control.settings.TextFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What templates say, held to the code and to each other. */
class TemplatesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What CloudFormation takes as the body of a request; longer ones have to be put into a bucket. */
    private static final int LONGEST_TEMPLATE = 51_200;

    /** What IAM takes, white space left out. */
    private static final int LONGEST_POLICY = 6_144;

    @ParameterizedTest
    @CsvSource({
        "Viewer, viewer",
        "Operator, operator",
        "Runtime, runtime",
        "GovernanceFunction, governance-function",
        "ControlPlane, control-plane",
        "ScheduledJob, scheduled-job"
    })
    void policiesOfTheTemplateAreThoseOfTheFiles(String resource, String name) throws IOException {
        JsonNode template = Template.of("iam").resource(resource);
        JsonNode file = JSON.readTree(Files.readString(Path.of("../dist/iam", name + ".json")));

        assertThat(withoutSub(template.path("PolicyDocument"))).isEqualTo(file);
        assertThat(withoutSub(template.path("ManagedPolicyName")).asText()).isEqualTo("${Project}-" + name);
        assertThat(JSON.writeValueAsString(file)).hasSizeLessThan(LONGEST_POLICY);
    }

    @Test
    void everyPolicyOfTheFolderIsInTheTemplate() throws IOException {
        try (var files = Files.list(Path.of("../dist/iam"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".json")))
                    .hasSameSizeAs(Template.of("iam")
                            .resources("AWS::IAM::ManagedPolicy")
                            .keySet());
        }
    }

    @Test
    void rolesNameOnlyPoliciesThatThereAre() throws IOException {
        List<String> names = Template.of("iam").resources("AWS::IAM::ManagedPolicy").values().stream()
                .map(policy -> withoutSub(policy.path("ManagedPolicyName")).asText())
                .toList();
        for (Template template : Template.all()) {
            Matcher named = Pattern.compile("AccountId}:policy/(\\S+)").matcher(template.text());
            while (named.find()) {
                assertThat(names).as(template.file().toString()).contains(named.group(1));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"Policies", "Operations"})
    void tablesWithReplicasAreThoseWithout(String table) {
        JsonNode single = Template.of("tables").resource(table);
        JsonNode global = Template.of("tables-global").resource(table);

        List.of("TableName", "BillingMode", "AttributeDefinitions", "KeySchema", "TimeToLiveSpecification")
                .forEach(property -> assertThat(global.path(property)).isEqualTo(single.path(property)));
        assertThat(global.path("Replicas")).hasSize(2).allSatisfy(replica -> assertThat(
                        replica.at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                                .asBoolean())
                .isTrue());
    }

    @Test
    void tablesOutliveTheirStack() {
        for (String name : List.of("tables", "tables-global")) {
            assertThat(Template.of(name).root().path("Resources")).allSatisfy(table -> {
                assertThat(table.path("DeletionPolicy").asText()).isEqualTo("Retain");
                assertThat(table.path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
            });
        }
    }

    /** A target that closes connections before the balancer does answers 502 now and then. */
    @Test
    void tasksKeepConnectionsLongerThanTheBalancer() throws IOException {
        JsonNode idle = attribute(Template.of("balancer").resource("Balancer").path("LoadBalancerAttributes"));
        String runtime = Files.readAllLines(Path.of("../docs/runtime.md")).stream()
                .filter(line -> line.startsWith("| `limits.idle` |"))
                .findFirst()
                .orElseThrow();

        assertThat(runtime).startsWith("| `limits.idle` | `75s` |");
        assertThat(idle.asInt()).isEqualTo(60);
    }

    @ParameterizedTest
    @CsvSource({"runtime", "control-plane"})
    void servicesFollowTheirCpuAndGoBackByThemselves(String name) {
        Template template = Template.of(name);
        JsonNode deployment = template.resource("Service").path("DeploymentConfiguration");
        JsonNode tracking = template.resource("ScalingByCpu").path("TargetTrackingScalingPolicyConfiguration");
        Map<String, JsonNode> alarms = Template.of("balancer").resources("AWS::CloudWatch::Alarm");
        List<String> alarmNames = alarms.values().stream()
                .map(alarm -> withoutSub(alarm.path("AlarmName")).asText().replace("${Name}", name))
                .toList();

        assertThat(tracking.path("TargetValue").asInt()).isEqualTo(60);
        assertThat(tracking.path("ScaleInCooldown").asInt()).isEqualTo(300);
        assertThat(tracking.path("ScaleOutCooldown").asInt()).isEqualTo(60);
        assertThat(template.root().at("/Parameters/MinTasks/Default").asInt()).isEqualTo(2);
        assertThat(template.root().at("/Parameters/MaxTasks/Default").asInt()).isEqualTo(10);
        assertThat(deployment.at("/DeploymentCircuitBreaker/Rollback").asBoolean())
                .isTrue();
        assertThat(deployment.at("/Alarms/Rollback").asBoolean()).isTrue();
        assertThat(withoutSub(deployment.at("/Alarms/AlarmNames")))
                .isNotEmpty()
                .allSatisfy(alarm -> assertThat(alarmNames).contains(alarm.asText()));
        assertThat(template.resource("Service").has("DesiredCount"))
                .as("an update of the stack would undo what scaling and windows did")
                .isFalse();
    }

    @Test
    void theProjectFileThatComesOutIsOne(@TempDir Path folder) {
        Template base = Template.of("base");
        String text = base.root()
                .at("/Outputs/AgentctlYaml/Value/Fn::Sub")
                .asText()
                .replace("${Project}", "acme")
                .replace("${AWS::Region}", "eu-central-1")
                .replace("${Cluster}", "acme");

        Project project = project(folder, text);

        assertThat(project.cluster().value()).isEqualTo("acme");
        assertThat(project.tables().value()).containsExactly("acme-governance-policies", "acme-agentctl");
        assertThat(project.functions().value()).containsExactly("acme-governance");
        assertThat(project.loadTaskDefinition().value()).isEqualTo("acme-perf");
        assertThat(project.journal().value()).isEqualTo(JournalKind.DYNAMODB);
    }

    @ParameterizedTest
    @CsvSource({"control-plane", "jobs"})
    void tasksHaveAProjectFileThatNamesWhereChangesGo(String name, @TempDir Path folder) {
        JsonNode task = new Intrinsics(Template.of(name), Map.of("Project", "acme")).resource("Task");
        JsonNode files = task.at("/ContainerDefinitions/0/Environment/0");

        assertThat(files.path("Name").asText()).isEqualTo("AGENTCTL");
        Project project = project(folder, files.path("Value").asText());
        assertThat(project.name().value()).isEqualTo("acme");
        assertThat(project.journal().value()).isEqualTo(JournalKind.DYNAMODB);
    }

    @Test
    void templatesFitIntoARequestAndAgreeOnNames() throws IOException {
        assertThat(Template.all()).hasSizeGreaterThan(8).allSatisfy(template -> {
            assertThat(template.text().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(LONGEST_TEMPLATE);
            assertThat(template.root().at("/Parameters/Project/Default").asText())
                    .isEqualTo("agent-runtime");
        });
    }

    private static Project project(Path folder, String text) {
        return SettingsReader.read(new Inputs(
                        TargetFlags.NONE,
                        Map.of(),
                        folder,
                        Optional.of(new TextFile(folder.resolve("agentctl.yaml"), text)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
                .project();
    }

    private static JsonNode attribute(JsonNode attributes) {
        for (JsonNode attribute : attributes) {
            if (attribute.path("Key").asText().equals("idle_timeout.timeout_seconds")) {
                return attribute.path("Value");
            }
        }
        throw new IllegalArgumentException("no idle timeout in " + attributes);
    }

    private static JsonNode withoutSub(JsonNode node) {
        if (node.has("Fn::Sub")) {
            return node.get("Fn::Sub");
        }
        if (node.isArray()) {
            ArrayNode array = JSON.createArrayNode();
            node.forEach(each -> array.add(withoutSub(each)));
            return array;
        }
        if (node.isObject()) {
            ObjectNode object = JSON.createObjectNode();
            node.properties().forEach(field -> object.set(field.getKey(), withoutSub(field.getValue())));
            return object;
        }
        return node;
    }
}
