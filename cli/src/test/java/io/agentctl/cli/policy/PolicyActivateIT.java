package io.agentctl.cli.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentctl.cli.Commands.Outcome;
import io.agentctl.policies.document.Effect;
import io.agentctl.policies.rollout.DecisionLine;
import io.agentctl.sandbox.Sandbox;
import io.agentctl.sandbox.world.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Activating, trying, replaying and rolling back, as a user types it, against a sandbox. */
class PolicyActivateIT {

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
        project.publish(8000, 9000);
    }

    @AfterEach
    void close() {
        project.close();
    }

    @Test
    void anActivationIsShownAskedForAndApplied() {
        Outcome asked = project.run("policy activate cap@1");
        Outcome applied = project.run("policy activate cap@1 --reason GOV-7 --yes");
        Outcome again = project.run("policy activate cap@1 --yes");

        assertThat(asked.code()).isEqualTo(64);
        assertThat(asked.talk()).contains("Plan: policy activate in context sandbox", "policy:cap", "--yes");
        assertThat(applied.code()).as(applied.talk()).isZero();
        assertThat(applied.out()).contains("production: cap none to 1", "agentctl ops undo op-");
        assertThat(again.out()).contains("Nothing to change.");
        assertThat(project.run("policy status").out()).contains("generation 1", "GOV-7", "In force: cap@1");
    }

    @Test
    void itWaitsUntilEveryRuntimeEnforcesIt() {
        project.report("r-1", 1, Optional.empty());
        project.report("r-2", 1, Optional.empty());

        Outcome outcome = project.run("policy activate cap@1 --yes --wait");

        assertThat(outcome.code()).as(outcome.talk()).isZero();
        assertThat(outcome.out()).contains("verified");
        assertThat(project.run("policy status").out()).contains("2 of 2 runtimes up to date");
        assertThat(project.run("runtime instances").out()).contains("r-1", "r-2", "10.0.0.7:8080");
    }

    @Test
    void aRuntimeThatLagsIsNamedWhenTheTimeIsUpAndTheChangeStays() {
        project.report("r-slow", 0, Optional.empty());

        Outcome outcome = project.run("policy activate cap@1 --yes --wait --timeout 1s");

        assertThat(outcome.code()).isEqualTo(5);
        assertThat(outcome.out()).contains("gave up waiting: 1 of 1 runtimes of production", "r-slow", "ops undo op-");
        assertThat(project.inForce()).contains(1L);
        assertThat(project.run("runtime instances").out()).contains("0 (1 behind)");
        assertThat(project.run("policy activate cap@2 --yes --no-wait").code())
                .as("nothing is held up by who waited")
                .isZero();
    }

    @Test
    void withoutARuntimeItIsAppliedAndSaidToBeUnverified() {
        Outcome outcome = project.run("policy activate cap@1 --yes --wait");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("applied but not verified");
        assertThat(outcome.talk()).contains("no runtime reports from production");
    }

    @Test
    void aCanaryIsTriedAndActivatingItEndsTheTrial() {
        project.must("policy activate cap@1 --yes");

        Outcome tried = project.run("policy activate cap@2 --canary 10% --yes");
        Outcome status = project.run("policy status");
        Outcome other = project.run("policy activate cap@1 --shadow --yes");
        Outcome promoted = project.run("policy activate cap@2 --yes");

        assertThat(tried.code()).as(tried.talk()).isZero();
        assertThat(tried.talk())
                .contains("cap decides on 10% of sessions; with over 1% errors, or 5% more denials")
                .contains("'agentctl policy activate cap@2' lets it take over", "'agentctl policy rollback cap' ends");
        assertThat(status.out()).contains("In force: cap@1", "Tried: cap 2 canary 10%");
        assertThat(other.code()).isEqualTo(1);
        assertThat(other.talk()).contains("production tries cap 2 (canary 10 %) already");
        assertThat(promoted.talk()).contains("policy:cap", "1 → 2", "candidate", "→ none", "promote cap 2");
        assertThat(project.head().candidate()).isEmpty();
        assertThat(project.inForce()).contains(2L);
    }

    @Test
    void whatEndsACanaryByItselfCanBeChosen() {
        project.must("policy activate cap@2 --canary 50% --max-errors 0.5% --max-denials 2% --judge-after 20 --yes");

        assertThat(project.run("policy status").out())
                .contains("canary 50% until 0.5% errors or 2.0% more denials in 20");
    }

    @Test
    void aRollbackEndsATrialFirstAndThenGoesBack() {
        project.must("policy activate cap@1 --yes");
        project.must("policy activate cap@2 --yes");
        project.must("policy activate cap@1 --shadow --yes");

        Outcome trial = project.run("policy rollback cap --yes");
        Outcome back = project.run("policy rollback cap --reason oops --yes");

        assertThat(trial.code()).as(trial.talk()).isZero();
        assertThat(project.head().candidate()).isEmpty();
        assertThat(back.code()).as(back.talk()).isZero();
        assertThat(back.out()).contains("production: cap 2 to 1");
        assertThat(project.inForce()).contains(1L);
        assertThat(project.run("policy history cap").out()).contains("oops");
    }

    @Test
    void anActivationIsUndoneAsAnyOperation() {
        project.must("policy activate cap@1 --yes");
        project.must("policy activate cap@2 --yes");

        Outcome undone = project.run("ops undo --yes");

        assertThat(undone.code()).as(undone.talk()).isZero();
        assertThat(project.inForce()).contains(1L);
    }

    @Test
    void whoWasQuickerIsNamed() {
        project.must("policy activate cap@1 --yes");
        project.write(
                "plan.json",
                project.run("policy activate cap@2 --dry-run -o json").out());
        project.activatedByBob(2);

        Outcome stale = project.run("apply ./plan.json --yes");
        Outcome undo = project.run("ops undo --yes");

        assertThat(stale.code()).isEqualTo(1);
        assertThat(stale.talk()).contains("the plan is stale", "bob@laptop made generation 2");
        assertThat(undo.code()).isNotZero();
        assertThat(undo.talk()).contains("bob@laptop changed cap in production since");
        assertThat(project.inForce()).contains(2L);
    }

    @Test
    void twoVersionsAreComparedAndADraftWithWhatIsInForce() {
        project.must("policy activate cap@2 --yes");
        project.write("draft.yaml", PolicyProject.text("cap", 10_000));

        Outcome versions = project.run("policy diff cap@1 cap@2 --detailed-exitcode");
        Outcome draft = project.run("policy diff ./draft.yaml");
        Outcome same = project.run("policy diff cap");
        Outcome elsewhere = project.run("policy diff cap --environment staging");

        assertThat(versions.code()).isEqualTo(2);
        assertThat(versions.out()).contains("cap@1 → cap@2", "~ parameter limit: 8000 → 9000");
        assertThat(draft.out()).contains("cap@2 → ", "draft.yaml", "~ parameter limit: 9000 → 10000");
        assertThat(same.out()).contains("They mean the same.");
        assertThat(elsewhere.code()).isEqualTo(1);
        assertThat(elsewhere.talk()).contains("cap is not in force in staging");
    }

    @Test
    void recordedDecisionsAreReRunAndWhatWouldBeAllowedComesFirst() throws IOException {
        project.must("policy activate cap@2 --yes");
        project.record(
                project.decision("d-1", Effect.ALLOW, 8500),
                project.decision("d-2", Effect.DENY, 7500),
                project.decision("d-3", Effect.ALLOW, 100),
                project.maskedDecision("d-4"));

        Outcome outcome = project.run("policy replay cap@1 --since 1h");
        JsonNode json = new ObjectMapper()
                .readTree(project.run("policy replay cap@1 -o json").out());

        assertThat(outcome.code()).as(outcome.talk()).isZero();
        assertThat(outcome.out())
                .contains("4 decisions of production re-run with cap", "1 the same")
                .contains("1 denied then, allowed now", "1 allowed then, denied now", "1 cannot be told");
        assertThat(outcome.out().indexOf("deny"))
                .as("what opens a door stands first")
                .isLessThan(outcome.out().lastIndexOf("allow"));
        assertThat(json.at("/flips/0/record/id").asText()).isEqualTo("d-2");
        assertThat(json.at("/flips/1/record/id").asText()).isEqualTo("d-1");
        assertThat(json.at("/unknown/0/record/id").asText()).isEqualTo("d-4");
    }

    @Test
    void decisionsAreReRunFromAFileWithADraft() {
        project.write(
                "decisions.jsonl",
                DecisionLine.write(project.decision("d-1", Effect.DENY, 9500)) + "\n"
                        + DecisionLine.write(project.decision("d-2", Effect.ALLOW, 10)) + "\n");
        project.write("broken.jsonl", "{\"id\": 1}\n");
        project.write("draft.yaml", PolicyProject.text("cap", 10_000));

        Outcome outcome = project.run("policy replay ./draft.yaml --from ./decisions.jsonl");
        Outcome broken = project.run("policy replay ./draft.yaml --from ./broken.jsonl");
        Outcome missing = project.run("policy replay ./draft.yaml --from ./nowhere.jsonl");

        assertThat(outcome.code()).as(outcome.talk()).isZero();
        assertThat(outcome.out()).contains("2 decisions of production", "1 denied then, allowed now", "cap@");
        assertThat(broken.code()).isEqualTo(65);
        assertThat(broken.talk()).contains("broken.jsonl:1", "no recorded decision");
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.talk()).contains("there is no file", "nowhere.jsonl");
    }

    @Test
    void activationCanAskForAReplay() {
        Outcome without = project.run("policy activate cap@2 --require-replay --yes");
        project.record(project.decision("d-1", Effect.DENY, 8500));
        Outcome with = project.run("policy activate cap@2 --require-replay --yes");

        assertThat(without.code()).isEqualTo(3);
        assertThat(without.talk()).contains("was not replayed on recorded decisions of production");
        assertThat(with.code()).as(with.talk()).isZero();
        assertThat(with.talk()).contains("1 decision re-run: 1 would be newly allowed", "high");
    }

    @Test
    void whatIsPrintedAsJsonIsAContract() throws IOException {
        for (String command : new String[] {
            "policy publish ./cap.yaml --yes",
            "policy activate cap@1 --yes",
            "policy activate cap@2 --canary 5% --dry-run",
            "policy activate cap@2 --shadow --yes",
            "policy rollback cap --yes",
            "policy list",
            "policy show cap",
            "policy history cap",
            "policy status",
            "policy replay cap@2",
            "runtime instances",
            "ops undo --yes",
        }) {
            Outcome outcome = project.run(command + " -o json");

            assertThat(outcome.code()).as(command + outcome.talk()).isZero();
            assertThat(new ObjectMapper()
                            .readTree(outcome.out())
                            .at("/schemaVersion")
                            .asInt())
                    .as(command)
                    .isEqualTo(1);
        }
    }

    @Test
    void mistakesOfUsageAreSaid() {
        assertThat(project.run("policy activate cap --canary 10% --shadow").talk())
                .contains("choose one of --canary and --shadow");
        assertThat(project.run("policy activate cap --max-errors 1%").talk()).contains("go with --canary");
        assertThat(project.run("policy activate cap --canary 100%").code()).isEqualTo(64);
        assertThat(project.run("policy activate cap --canary ten").code()).isEqualTo(64);
        assertThat(project.run("policy rollback cap --yes").talk()).contains("cap was never in force in production");
    }
}
