package io.agentctl.cli.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentctl.cli.Commands.Outcome;
import io.agentctl.sandbox.Sandbox;
import io.agentctl.sandbox.world.World;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publishing and looking at what was published, as a user types it, against a sandbox. */
class PolicyPublishIT {

    private static Sandbox sandbox;

    @TempDir
    private Path folder;

    private PolicyProject project;

    @BeforeAll
    static void startSandbox() {
        sandbox = Sandbox.start(World.defaultWorld(1));
    }

    @AfterAll
    static void stopSandbox() {
        sandbox.close();
    }

    @BeforeEach
    void open() {
        project = new PolicyProject(folder, sandbox.endpoint(), "p" + UUID.randomUUID());
    }

    @AfterEach
    void close() {
        project.close();
    }

    @Test
    void aFirstPublishMakesAVersionAndTheSameContentNoOther() {
        project.write("cap.yaml", PolicyProject.text("cap", 8000));

        Outcome first = project.run("policy publish ./cap.yaml --reason GOV-7 --yes");
        project.write("cap.yaml", "# another layout\n" + PolicyProject.text("cap", 8000));
        Outcome again = project.run("policy publish ./cap.yaml --yes --detailed-exitcode");

        assertThat(first.code()).as(first.talk()).isZero();
        assertThat(first.out()).contains("cap: version none to 1", "verified");
        assertThat(again.code()).as(again.talk()).isZero();
        assertThat(again.out()).contains("Nothing to change.");
        assertThat(again.talk()).contains("cap: this content is version 1 already");
    }

    @Test
    void whatChangesInMeaningIsToldBeforeItIsPublished() {
        project.publish(8000);
        project.write("cap.yaml", PolicyProject.text("cap", 9000));

        Outcome outcome = project.run("policy publish ./cap.yaml --dry-run --detailed-exitcode");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.talk()).contains("cap: ~ parameter limit: 8000 → 9000");
        assertThat(project.run("policy list --query policies[0].newest").out().strip())
                .isEqualTo("1");
    }

    @Test
    void everyErrorOfEveryFileIsListedAndNothingIsPublished() {
        project.write("drafts/sound.yaml", PolicyProject.text("sound", 10));
        project.write("drafts/test.yaml", PolicyProject.text("failing", 20).replace("limit: 20", "limit: 21"));
        project.write(
                "drafts/type.yaml",
                PolicyProject.text("typed", 30)
                        .replace("context.max_tokens > parameters.limit", "context.max_tokens > 'x'"));
        project.write("drafts/key.yaml", PolicyProject.text("keyed", 40).replace("  owner:", "  ownr:"));
        project.write("drafts/twin.yaml", PolicyProject.text("sound", 50));
        project.write(
                "drafts/expired.yaml",
                PolicyProject.text("expired", 60)
                        .replace(
                                "tests:",
                                "  exceptions:\n    - {rule: too-long, when: 'true', expires: 2020-01-01T00:00:00Z, ticket: T-1}\n"
                                        + "tests:"));

        Outcome outcome = project.run("policy publish ./drafts --yes");

        assertThat(outcome.code()).isEqualTo(65);
        assertThat(outcome.talk())
                .contains("test.yaml:", "above the limit is denied")
                .contains("type.yaml:13:", "cannot compare an int with a string")
                .contains("key.yaml:5:3", "Did you mean owner?")
                .contains("twin.yaml:4:", "policy sound is also in", "drafts/sound.yaml")
                .contains("expired.yaml:", "expired");
        assertThat(project.run("policy list").talk()).contains("there is no table");
    }

    @Test
    void aVersionIsShownListedAndPartOfItsHistory() throws IOException {
        project.publish(8000, 9000);
        project.must("policy activate cap@1 --reason GOV-1 --yes");

        assertThat(project.run("policy show cap@1").out()).isEqualTo(PolicyProject.text("cap", 8000));
        assertThat(project.run("policy show cap").out()).isEqualTo(PolicyProject.text("cap", 9000));
        assertThat(project.run("policy list").out()).contains("POLICY", "cap", "2", "1", "agents");
        assertThat(project.run("policy history cap").out()).contains("VERSION", "GENERATION", "GOV-1");
        JsonNode shown = json("policy show cap@1 -o json");
        assertThat(shown.at("/text").asText()).isEqualTo(PolicyProject.text("cap", 8000));
        assertThat(shown.at("/ref/number").asInt()).isEqualTo(1);
        assertThat(json("policy list -o json").at("/policies/0/inForce").asInt())
                .isEqualTo(1);
        assertThat(json("policy history cap -o json").at("/changes/0/reason").asText())
                .isEqualTo("GOV-1");
    }

    @Test
    void aPolicyOrVersionThatIsNotThereIsNamedWithTheNearOnes() {
        project.publish(8000);

        Outcome policy = project.run("policy show cpa");
        Outcome version = project.run("policy show cap@7");
        Outcome form = project.run("policy show cap@x");

        assertThat(policy.code()).isEqualTo(1);
        assertThat(policy.talk()).contains("there is no policy cpa in the store", "Did you mean cap?");
        assertThat(version.code()).isEqualTo(1);
        assertThat(version.talk()).contains("policy cap has no version 7", "agentctl policy history cap");
        assertThat(form.code()).isEqualTo(64);
        assertThat(form.talk()).contains("a policy and a version such as token-cap@3");
    }

    @Test
    void aProjectWithoutATableIsToldHowToBegin() {
        Outcome listed = project.run("policy list");

        assertThat(listed.code()).isEqualTo(1);
        assertThat(listed.talk()).contains("there is no table", "agentctl policy publish");
    }

    @Test
    void aKeySignsAndShowTellsWhich() throws Exception {
        project.write("cap.yaml", PolicyProject.text("cap", 8000));
        byte[] key = KeyPairGenerator.getInstance("Ed25519")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        project.write(
                "key.pem",
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(key)
                        + "\n-----END PRIVATE KEY-----\n");

        Outcome outcome = project.run("policy publish ./cap.yaml --yes --sign ./key.pem");
        Outcome missing = project.run("policy publish ./cap.yaml --yes --sign ./nowhere.pem");

        assertThat(outcome.code()).as(outcome.talk()).isZero();
        assertThat(json("policy show cap -o json").at("/signature/keyId").asText())
                .isNotEmpty();
        assertThat(missing.talk()).doesNotContain("Exception");
    }

    @Test
    void withReadOnlyNothingIsChangedWhateverTheCommand() {
        project.publish(8000, 9000);
        project.must("policy activate cap@1 --yes");
        project.write("cap.yaml", PolicyProject.text("cap", 10_000));
        sandbox.calls().clear();

        for (String command : new String[] {
            "policy publish ./cap.yaml --yes",
            "policy activate cap@2 --yes",
            "policy activate cap@2 --canary 10% --yes",
            "policy rollback cap --yes",
            "policy list",
            "policy status",
            "policy history cap",
            "policy show cap",
            "policy replay cap@2",
            "ops undo --yes",
            "runtime instances",
        }) {
            project.run(command + " --read-only");
        }

        assertThat(sandbox.calls().all()).isNotEmpty();
        assertThat(sandbox.calls().mutating()).isEmpty();
        assertThat(project.run("policy activate cap@2 --yes --read-only").code())
                .isEqualTo(77);
    }

    /** After ten attempts, which take a quarter of a minute; by default the ECS commands alone are tried so. */
    @Test
    @Tag("extended")
    void aTableThatCannotBeReachedIsSaid() {
        Outcome outcome = project.commands()
                .with("AGENTCTL_ENDPOINT_URL", "http://127.0.0.1:9")
                .run("policy status");

        assertThat(outcome.code()).isEqualTo(69);
        assertThat(outcome.talk()).contains("could not read what is in force", "--endpoint-url");
    }

    private JsonNode json(String command) throws IOException {
        Outcome outcome = project.run(command);
        assertThat(outcome.code()).as(outcome.talk()).isZero();
        JsonNode root = new ObjectMapper().readTree(outcome.out());
        assertThat(root.at("/schemaVersion").asInt()).isEqualTo(1);
        return root;
    }
}
