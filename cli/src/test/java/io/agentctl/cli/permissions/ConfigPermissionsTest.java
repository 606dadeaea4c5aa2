package io.agentctl.cli.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentctl.cli.Commands;
import io.agentctl.cli.Commands.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigPermissionsTest {

    @TempDir
    private Path folder;

    private Commands commands;

    @BeforeEach
    void inAProject() throws IOException {
        Files.writeString(
                folder.resolve("agentctl.yaml"), "project: acme\nregion: eu-central-1\nservices: [api, worker]\n");
        commands = Commands.in(folder);
    }

    private Outcome run(String... words) {
        String[] all = new String[words.length + 2];
        all[0] = "config";
        all[1] = "permissions";
        System.arraycopy(words, 0, all, 2, words.length);
        return commands.run(all);
    }

    private static JsonNode statement(Outcome outcome, String sid) throws JsonProcessingException {
        assertThat(outcome.code()).as(outcome.talk()).isZero();
        JsonNode policy = new ObjectMapper().readTree(outcome.out());
        assertThat(policy.path("Version").asText()).isEqualTo("2012-10-17");
        return StreamSupport.stream(policy.path("Statement").spliterator(), false)
                .filter(one -> one.path("Sid").asText().equals(sid))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + sid + " in " + outcome.out()));
    }

    @Test
    void whatACommandNeedsIsAPolicyForTheProjectsNames() throws JsonProcessingException {
        Outcome printed = run("--for", "ecs redeploy", "--account", "111122223333");

        JsonNode services = statement(printed, "ChangeServices");
        assertThat(services.path("Action")).extracting(JsonNode::asText).containsExactly("ecs:UpdateService");
        assertThat(services.path("Resource"))
                .extracting(JsonNode::asText)
                .containsExactly(
                        "arn:aws:ecs:eu-central-1:111122223333:service/acme/api",
                        "arn:aws:ecs:eu-central-1:111122223333:service/acme/worker");
        assertThat(statement(printed, "ChangeOperations").path("Resource").asText())
                .isEqualTo("arn:aws:dynamodb:eu-central-1:111122223333:table/acme-agentctl");
        assertThat(printed.out()).doesNotContain("lambda:", "RegisterTaskDefinition");
        assertThat(printed.talk()).isEmpty();
    }

    @Test
    void aPreviewNeedsNothingThatChanges() {
        Outcome all = run("--for", "ecs rightsize");
        Outcome preview = run("--for", "ecs rightsize", "--preview");

        assertThat(all.out()).contains("ecs:RegisterTaskDefinition", "iam:PassRole", "ecs:UpdateService");
        assertThat(preview.code()).isZero();
        assertThat(preview.out())
                .contains("cloudwatch:GetMetricData")
                .doesNotContain("Change", "UpdateService", "RegisterTaskDefinition", "PassRole", "PutItem");
        assertThat(preview.talk()).contains("any account (--account ID)");
    }

    @Test
    void aListSaysWhatEachActionIsFor() {
        Outcome listed = run("--for", "windows apply", "--for", "alarms history", "-o", "table");

        assertThat(listed.out())
                .containsPattern(
                        "ecs:UpdateService +change +arn:aws:ecs:eu-central-1:\\*:service/acme/api .* windows apply")
                .containsPattern("cloudwatch:DescribeAlarmHistory +read +\\* +alarms history");
    }

    @Test
    void aNounIsAllOfItsVerbs() {
        assertThat(run("--for", "table", "-o", "csv").out())
                .contains("dynamodb:UpdateTable", "cloudwatch:GetInsightRuleReport");
        assertThat(run("--for", "agentctl table audit", "-o", "csv").out()).doesNotContain("dynamodb:UpdateTable");
    }

    @Test
    void aCommandOfThisMachineNeedsNothing() {
        Outcome none = run("--for", "policy fmt");

        assertThat(none.code()).isZero();
        assertThat(none.talk()).contains("policy fmt calls nothing of AWS");
    }

    @Test
    void whatThereIsNotIsSaidWithTheNearest() {
        Outcome command = run("--for", "ecs scael");
        assertThat(command.code()).isEqualTo(64);
        assertThat(command.talk()).contains("there is no command 'ecs scael'", "Did you mean ecs scale");

        Outcome role = run("--role", "operater");
        assertThat(role.code()).isEqualTo(64);
        assertThat(role.talk()).contains("there is no role 'operater'", "Did you mean operator");

        assertThat(run("--role", "viewer", "--for", "ecs scale").code()).isEqualTo(64);
        assertThat(run("--for", "ecs scale", "--account", "1234").code()).isEqualTo(64);
    }

    @Test
    void rolesHaveThePoliciesThatShip() throws IOException {
        Outcome viewer = run("--role", "viewer", "--any-region", "--account", "111122223333", "--service", "*");

        String shipped = Files.readString(Path.of("../dist/iam/viewer.json"))
                .replace("${AWS::Partition}", "aws")
                .replace("${AWS::AccountId}", "111122223333")
                .replace("${Project}", "acme");
        assertThat(viewer.out()).isEqualTo(shipped);
    }

    /** Names of many services make it longer than IAM takes. */
    @Test
    void aLongPolicyIsSeveral() throws JsonProcessingException {
        String[] names = java.util.stream.IntStream.range(0, 60)
                .mapToObj(number -> "a-service-with-a-long-name-" + number)
                .toArray(String[]::new);
        String[] words = new String[names.length + 3];
        words[0] = "--role";
        words[1] = "operator";
        words[2] = "--service";
        System.arraycopy(names, 0, words, 3, names.length);

        JsonNode several = new ObjectMapper().readTree(run(words).out());

        assertThat(several.isArray()).isTrue();
        assertThat(several).hasSizeGreaterThan(1).allSatisfy(one -> assertThat(one.toString())
                .hasSizeLessThan(6_144));
    }

    @Test
    void programsGetBoth() throws JsonProcessingException {
        JsonNode json = new ObjectMapper()
                .readTree(run("--for", "ecs scale", "-o", "json").out());

        assertThat(json.path("schemaVersion").isMissingNode()).isFalse();
        assertThat(json.at("/policies/0/Version").asText()).isEqualTo("2012-10-17");
        assertThat(json.path("permissions").findValuesAsText("action")).contains("ecs:UpdateService");
        assertThat(List.of(json.at("/permissions/0/commands/0").asText())).containsExactly("ecs scale");
    }
}
