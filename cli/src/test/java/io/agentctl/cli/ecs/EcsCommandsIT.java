package io.agentctl.cli.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentctl.cli.Commands;
import io.agentctl.cli.Commands.Outcome;
import io.agentctl.cli.FreshSandbox;
import io.agentctl.sandbox.ecs.RolloutFault;
import io.agentctl.sandbox.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The ECS commands as a user types them, against a SANDBOX.get(). */
class EcsCommandsIT {

    private static final World WORLD = World.parse(
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
                  - name: quiet
                    cpu: 1024
                    memory: 2048
                    tasks: 2
                    workload: {perTask: {cpu: 20, memory: 300}, pattern: {cpu: 100, memory: 400}}
            """,
            Path.of("."));

    @RegisterExtension
    private static final FreshSandbox SANDBOX = new FreshSandbox(WORLD);

    @TempDir
    private Path folder;

    private Commands commands;

    @BeforeEach
    void inAProject() throws IOException {
        commands = Commands.ofProject(folder, SANDBOX.get(), "cluster: main");
    }

    @Test
    void servicesAreListedWithSizeUseAndCost() {
        Outcome outcome = commands.run("ecs services");

        assertThat(outcome.code()).as(outcome.talk()).isZero();
        assertThat(outcome.out())
                .contains("SERVICE", "idle", "2048/4096", "2/2", "$144.16", "2 services, $216.24 a month");
        assertThat(outcome.talk()).isEmpty();
    }

    @Test
    void wideServicesShowTheirHistory() {
        assertThat(commands.run("ecs services idle -o wide").out()).contains("CPU HISTORY", "▁▁▁▁▁▁▁▁");
    }

    @Test
    void theAdviceInJsonIsAContract() throws IOException {
        Outcome outcome = commands.run("ecs rightsize idle -o json");

        JsonNode root = new ObjectMapper().readTree(outcome.out());
        JsonNode advice = root.at("/services/0");
        assertThat(root.at("/schemaVersion").asInt()).isEqualTo(1);
        assertThat(advice.at("/finding").asText()).isEqualTo("over");
        assertThat(advice.at("/risk").asText()).isIn("low", "medium", "high");
        assertThat(advice.at("/reasons/0/code").asText()).isEqualTo("cpu-idle");
        for (String sizing : new String[] {"current", "advised"}) {
            assertThat(advice.path(sizing).fieldNames())
                    .toIterable()
                    .containsExactly("cpu", "memory", "tasks", "monthlyCost");
        }
        assertThat(advice.at("/current/cpu").asInt()).isEqualTo(2048);
        assertThat(advice.at("/advised/monthlyCost").asDouble())
                .isLessThan(advice.at("/current/monthlyCost").asDouble());
        assertThat(root.at("/plan/target/account").asText()).isEqualTo("111122223333");
    }

    @Test
    void aSavedPlanIsAppliedListedAndUndone() throws IOException {
        Files.writeString(
                folder.resolve("plan.json"),
                commands.run("ecs rightsize --all -o json").out());

        Outcome applied = commands.run("apply", folder.resolve("plan.json").toString(), "--yes");

        assertThat(applied.code()).as(applied.talk()).isZero();
        assertThat(applied.out()).contains("main/idle", "main/quiet", "verified", "agentctl ops undo op-");
        assertThat(commands.run("ecs rightsize --all --detailed-exitcode").code())
                .isZero();
        assertThat(commands.run("ops list --query length(operations)").out().strip())
                .isEqualTo("2");

        Outcome undone = commands.run("ops undo --yes");

        assertThat(undone.code()).as(undone.talk()).isZero();
        assertThat(commands.run("ecs rightsize --all --detailed-exitcode").code())
                .isEqualTo(2);
    }

    @Test
    void aPlanIsStaleOnceTheServiceHasMovedOn() throws IOException {
        Files.writeString(
                folder.resolve("plan.json"),
                commands.run("ecs rightsize idle -o json").out());
        commands.run("ecs rightsize idle --apply --yes");
        SANDBOX.get().calls().clear();

        Outcome stale = commands.run("apply", folder.resolve("plan.json").toString(), "--yes");

        assertThat(stale.code()).isEqualTo(1);
        assertThat(stale.talk()).contains("the plan is stale", "nothing was changed");
        assertThat(SANDBOX.get().calls().mutating()).isEmpty();
    }

    @Test
    void aRolloutThatGoesBadEndsWithFourAndAnUnchangedService() {
        SANDBOX.get().faults().failNextRollout("idle", RolloutFault.HEALTH_CHECK);

        Outcome outcome = commands.run("ecs rightsize idle --apply --yes");

        assertThat(outcome.code()).as(outcome.talk()).isEqualTo(4);
        assertThat(commands.run("ecs services idle --query services[0].[cpu,desired] -o json")
                        .out())
                .contains("2048", "2");
    }

    @Test
    void scalingIsSetAndSettingItAgainChangesNothing() {
        String command = "ecs scale idle --min 2 --max 10 --target-cpu 60 --scale-in-cooldown 300"
                + " --scale-out-cooldown 60 --yes";
        assertThat(commands.run(command).code()).isZero();

        assertThat(commands.run(command).out()).contains("Nothing to change.");
    }

    @Test
    void redeployRollbackAndWaitEndWell() {
        commands.run("ecs rightsize idle --apply --yes");

        assertThat(commands.run("ecs redeploy idle --yes").code()).isZero();
        assertThat(commands.run("ecs wait idle").out()).contains("main/idle runs idle:2 on ");
        assertThat(commands.run("ecs rollback idle --yes").out()).contains("idle:2 to idle:1", "verified");
    }

    @Test
    void withReadOnlyNothingIsChangedWhateverTheCommand() {
        SANDBOX.get().calls().clear();

        for (String command : new String[] {
            "ecs services",
            "ecs rightsize --all",
            "ecs rightsize idle --apply --yes",
            "ecs scale idle --min 1 --max 2 --yes",
            "ecs redeploy idle --yes",
            "ecs rollback idle --to idle:1 --yes",
            "ops list",
            "init --dry-run",
        }) {
            commands.run(command + " --read-only");
        }

        assertThat(SANDBOX.get().calls().all()).isNotEmpty();
        assertThat(SANDBOX.get().calls().mutating()).isEmpty();
    }

    @Test
    void anUnknownServiceIsNamedWithTheNearOnes() {
        Outcome outcome = commands.run("ecs rightsize idel");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.talk()).contains("there is no service idel in cluster main", "Did you mean idle?");
    }

    @Test
    void anUnknownClusterIsNamedWithTheNearOnes() {
        Outcome outcome = commands.run("ecs services --cluster mian");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.talk()).contains("there is no cluster mian", "Did you mean main?");
    }

    @Test
    void anUnreachableEndpointIsSaid() {
        Outcome outcome =
                commands.with("AGENTCTL_ENDPOINT_URL", "http://127.0.0.1:9").run("ecs services");

        assertThat(outcome.code()).isEqualTo(69);
        assertThat(outcome.talk()).contains("could not", "--endpoint-url");
    }

    @Test
    void expiredCredentialsAreSaid() {
        SANDBOX.get().faults().expireCredentials();

        Outcome outcome = commands.run("ecs services");

        assertThat(outcome.code()).isEqualTo(77);
        assertThat(outcome.talk()).contains("expired", "Sign in again");
    }

    @Test
    void withoutATerminalAChangeNeedsYes() {
        SANDBOX.get().calls().clear();

        Outcome outcome = commands.run("ecs rightsize idle --apply");

        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.talk()).contains("Plan: ecs rightsize in context sandbox", "--yes");
        assertThat(SANDBOX.get().calls().mutating()).isEmpty();
    }

    @Test
    void aChangeHasNoDefaultTarget() {
        Outcome outcome = Commands.in(folder)
                .with("AGENTCTL_ENDPOINT_URL", SANDBOX.get().endpoint().toString())
                .with("AWS_REGION", "us-east-1")
                .run("ecs redeploy idle --yes");

        assertThat(outcome.code()).isIn(77, 78);
        assertThat(SANDBOX.get().calls().of("ecs", "UpdateService")).isEmpty();
    }

    @Test
    void initWritesAProjectFileThatIsUnderstood() throws IOException {
        Files.delete(folder.resolve("agentctl.yaml"));

        Outcome outcome = commands.run("init");

        assertThat(outcome.code()).as(outcome.talk()).isZero();
        assertThat(Files.readString(folder.resolve("agentctl.yaml"))).contains("cluster: main", "  - idle", "cpu: 70%");
        assertThat(commands.run("config view").code()).isZero();
        assertThat(commands.run("init").code()).isEqualTo(1);
    }
}
