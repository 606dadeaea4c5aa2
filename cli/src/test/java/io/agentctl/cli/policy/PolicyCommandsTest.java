package io.agentctl.cli.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.cli.Commands;
import io.agentctl.cli.Commands.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyCommandsTest {

    private static final String POLICY =
            """
            apiVersion: agentctl.io/v1
            kind: Policy
            metadata:
              id: small-calls
              owner: agents
            spec:
              match:
                intents: [call_reasoning]
              parameters:
                limit: 8000
              rules:
                - id: too-long
                  when: has(context.max_tokens) && context.max_tokens > parameters.limit
                  effect: deny
                  message: too many tokens
                - id: anybody
                  when: "true"
                  effect: allow
            tests:
              - name: the limit is allowed
                input:
                  intent: call_reasoning
                  context: {max_tokens: 8000}
                expect: {effect: allow}
              - name: above the limit is denied
                input:
                  intent: call_reasoning
                  context: {max_tokens: 8001}
                expect: {effect: deny, rule: too-long}
            """;

    @TempDir
    Path folder;

    private Path policy;

    @BeforeEach
    void writePolicy() throws IOException {
        policy = Files.writeString(folder.resolve("small-calls.yaml"), POLICY);
    }

    private Outcome run(String... words) {
        return Commands.in(folder).run(words);
    }

    private void replace(String target, String replacement) throws IOException {
        Files.writeString(policy, POLICY.replace(target, replacement));
    }

    @Test
    void aSoundPolicyPassesTheCheck() {
        Outcome outcome = run("policy", "check", policy.toString());

        assertThat(outcome.talk()).isEmpty();
        assertThat(outcome.out()).contains("1 policy checked, 2 tests pass");
        assertThat(outcome.code()).isZero();
    }

    @Test
    void everyMistakeOfFormIsListedWithItsPlace() throws IOException {
        replace("owner: agents", "ownr: agents");
        Files.writeString(policy, Files.readString(policy).replace("effect: allow\ntests", "efect: allow\ntests"));

        Outcome outcome = run("policy", "check", policy.toString());

        assertThat(outcome.code()).isEqualTo(65);
        assertThat(outcome.out())
                .contains(policy + ":5:3: error: unknown key 'ownr'. Did you mean owner?", "'owner' is missing")
                .contains(policy + ":18:7: error: unknown key 'efect'", "1 of 1 policy would be refused");
    }

    @Test
    void everyMistakeOfMeaningIsListedWithItsPlaceInTheExpression() throws IOException {
        replace("context.max_tokens > parameters.limit", "context.max_tokns > parameters.limt");

        Outcome outcome = run("policy", "check", policy.toString());

        assertThat(outcome.code()).isEqualTo(65);
        assertThat(outcome.out()).contains(policy + ":13:", "max_tokns", "max_tokens", "limt", "limit");
    }

    @Test
    void mistakesOfFormAndOfMeaningAreListedTogether() throws IOException {
        replace("owner: agents", "ownr: agents");
        Files.writeString(policy, Files.readString(policy).replace("context.max_tokens >", "context.max_tokns >"));

        Outcome checked = run("policy", "check", policy.toString());
        Outcome published = run("policy", "publish", policy.toString(), "--yes");

        assertThat(checked.code()).isEqualTo(65);
        assertThat(checked.out()).contains("unknown key 'ownr'", "context.max_tokns. Did you mean max_tokens?");
        assertThat(published.code()).isEqualTo(65);
        assertThat(published.talk()).contains("unknown key 'ownr'", "context.max_tokns. Did you mean max_tokens?");
    }

    @Test
    void aFailingTestIsRefusedByCheckAndToldByTest() throws IOException {
        replace("limit: 8000", "limit: 7000");

        assertThat(run("policy", "check", policy.toString()).code()).isEqualTo(65);
        Outcome tested = run("policy", "test", policy.toString());

        assertThat(tested.code()).isEqualTo(3);
        assertThat(tested.out()).contains("the limit is allowed", "8000 > 7000", "1 of 2 tests failed");
    }

    @Test
    void testTellsWhatNoTestLooksAtAndWritesJUnit() throws IOException {
        Outcome outcome = run(
                "policy",
                "test",
                policy.toString(),
                "--junit",
                folder.resolve("out/tests.xml").toString());

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("small-calls: 2 of 2 pass", "anybody is never false");
        assertThat(folder.resolve("out/tests.xml")).content().contains("<testsuite", "above the limit is denied");
    }

    @Test
    void mutantsThatNoTestNoticesAreListed() throws IOException {
        replace("max_tokens: 8001", "max_tokens: 9000");

        Outcome outcome = run("policy", "test", policy.toString(), "--mutants");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("mistakes made on purpose are noticed", policy + ":10:");
    }

    @Test
    void evalPrintsTheDecision() {
        Outcome outcome = run(
                "policy",
                "eval",
                policy.toString(),
                "--input",
                "{\"intent\": \"call_reasoning\", \"context\": {\"max_tokens\": 9000}}");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .isEqualTo(
                        """
                        denied by small-calls@draft/too-long
                          too many tokens
                        """);
    }

    @Test
    void evalGatesAPipelineWithExpect() {
        String[] words = {
            "policy",
            "eval",
            policy.toString(),
            "--input",
            "{\"intent\": \"call_reasoning\", \"context\": {\"max_tokens\": 9000}}",
            "--expect",
            "allow"
        };

        assertThat(run(words).code()).isEqualTo(3);
    }

    @Test
    void explainTellsWhatWouldHavePassed() {
        Outcome outcome = run(
                "policy",
                "explain",
                policy.toString(),
                "--input",
                "{\"intent\": \"call_reasoning\", \"context\": {\"max_tokens\": 9000}}");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .contains(
                        "small-calls@draft/too-long: deny, denies; it decided",
                        "9000 > 8000 (parameters.limit); passes at 8000 or less",
                        "small-calls@draft/anybody: allow, allows");
    }

    @Test
    void aRequestThatIsNoneIsRefused() {
        Outcome text = run("policy", "eval", policy.toString(), "--input", "[1");
        Outcome type = run(
                "policy",
                "eval",
                policy.toString(),
                "--input",
                "{\"intent\": \"call_reasoning\", \"context\": {\"max_tokens\": \"many\"}}");

        assertThat(text.code()).isEqualTo(65);
        assertThat(text.talk()).contains("not a JSON object");
        assertThat(type.code()).isEqualTo(65);
        assertThat(type.talk()).contains("/context/max_tokens", "integer");
    }

    @Test
    void fmtLaysOutOnceAndKeepsComments() throws IOException {
        replace("  owner: agents", "  owner:   agents   # who answers for it");

        Outcome checked = run("policy", "fmt", "--check", policy.toString());
        Outcome changed = run("policy", "fmt", policy.toString());
        Outcome again = run("policy", "fmt", "--check", policy.toString());

        assertThat(checked.code()).isEqualTo(3);
        assertThat(changed.code()).isZero();
        assertThat(changed.out()).contains("changed " + policy);
        assertThat(policy).content().contains("  owner: agents # who answers for it");
        assertThat(again.code()).isZero();
    }

    @Test
    void diffTellsWhatChanges() throws IOException {
        Path other = Files.writeString(folder.resolve("other.yaml"), POLICY.replace("limit: 8000", "limit: 9000"));

        Outcome outcome = run("policy", "diff", policy.toString(), other.toString(), "--detailed-exitcode");
        Outcome same = run("policy", "diff", policy.toString(), policy.toString(), "--detailed-exitcode");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).contains("limit", "8000", "9000");
        assertThat(same.code()).isZero();
        assertThat(same.out()).contains("They mean the same.");
    }

    @Test
    void initWritesAPolicyThatPasses() {
        Outcome written = run("policy", "init", "token-cap");
        Outcome again = run("policy", "init", "token-cap");
        Outcome unknown = run("policy", "init", "tokn-cap");
        Outcome checked = run("policy", "check");

        assertThat(written.code()).isZero();
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.talk()).contains("is there already", "--force");
        assertThat(unknown.talk()).contains("Did you mean token-cap?");
        assertThat(checked.out()).contains("1 policy checked");
    }

    @Test
    void initWritesTheSchemaToWhichThePolicyRefers() throws IOException {
        run("policy", "init", "token-cap");
        String schema = run("policy", "schema").out();
        Path policies = folder.resolve("policies");

        assertThat(policies.resolve("token-cap.yaml"))
                .content()
                .startsWith("# yaml-language-server: $schema=policy.schema.json\n# Caps what");
        assertThat(policies.resolve("policy.schema.json")).hasContent(schema);
    }

    @Test
    void initRenewsItsOwnSchemaAndLeavesAnotherAlone() throws IOException {
        Path schema = Files.createDirectories(folder.resolve("policies")).resolve("policy.schema.json");
        Files.writeString(schema, run("policy", "schema").out().replace("\"minLength\"", "\"minLen\""));

        Outcome renewed = run("policy", "init", "token-cap");
        String text = Files.readString(schema);
        Files.writeString(schema, "{}");
        Outcome refused = run("policy", "init", "cost-cap");

        assertThat(renewed.code()).isZero();
        assertThat(text).contains("minLength").doesNotContain("minLen\"");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.talk()).contains("policy.schema.json is there already", "--force");
        assertThat(policies("cost-cap.yaml")).doesNotExist();
    }

    private Path policies(String name) {
        return folder.resolve("policies").resolve(name);
    }

    @Test
    void schemaPrintsTheSchemaItselfInEveryFormat() {
        Outcome plain = run("policy", "schema");
        Outcome json = run("policy", "schema", "-o", "json");
        Outcome part = run("policy", "schema", "--query", "properties.spec.required");

        assertThat(plain.out()).startsWith("{\n  \"$schema\" : \"http://json-schema.org/draft-07/schema#\"");
        assertThat(json.out()).contains("\"additionalProperties\"").doesNotContain("schemaVersion");
        assertThat(part.out()).contains("rules");
    }

    @Test
    void aFileThatIsNotThereIsSaid() {
        Outcome outcome = run("policy", "check", "nowhere.yaml");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.talk()).contains("there is no file nowhere.yaml", "agentctl policy init");
    }
}
