package io.agentctl.cli.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.cli.Commands;
import io.agentctl.cli.Commands.Outcome;
import io.agentctl.cli.TwoServices;
import io.agentctl.control.settings.Inputs;
import io.agentctl.control.settings.SettingsReader;
import io.agentctl.control.settings.TargetFlags;
import io.agentctl.plane.ControlPlaneService;
import io.agentctl.plane.configuration.ConfigurationReader;
import io.agentctl.sandbox.Sandbox;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same commands, in this process and by a control plane. */
class ControlPlaneContextIT {

    @TempDir
    private static Path folder;

    private static Sandbox sandbox;
    private static ControlPlaneService plane;

    private Commands here;
    private Commands there;

    @BeforeAll
    static void start() throws IOException {
        sandbox = Sandbox.start(TwoServices.WORLD);
        Commands.ofProject(folder, sandbox, "cluster: main");
        Map<String, String> environment = Map.of(
                "HOME", folder.toString(),
                "AGENTCTL_CONTEXT", "sandbox",
                "AGENTCTL_ENDPOINT_URL", sandbox.endpoint().toString());
        plane = ControlPlaneService.start(
                ConfigurationReader.read("control-plane.yaml", "server: {port: 0}"),
                SettingsReader.read(Inputs.read(TargetFlags.NONE, environment, folder)),
                environment,
                "test",
                new PrintWriter(new StringWriter()));
        Files.createDirectories(folder.resolve(".config/agentctl"));
        Files.writeString(
                folder.resolve(".config/agentctl/config.yaml"),
                "contexts: {team: {type: control-plane, url: 'http://127.0.0.1:" + plane.port() + "'}}");
    }

    @AfterAll
    static void stop() {
        plane.close();
        sandbox.close();
    }

    @BeforeEach
    void freshWorld() {
        sandbox.reset();
        here = Commands.in(folder).at(sandbox);
        there = Commands.in(folder).with("AGENTCTL_CONTEXT", "team");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ecs services",
                "ecs services -o json",
                "ecs rightsize --all -o json",
                "ecs rightsize idle --explain",
                "ops list -o json",
                "table list -o json",
                "slo status -o json",
            })
    void whatACommandPrintsIsTheSame(String command) {
        Outcome local = here.run(command);
        Outcome remote = there.run(command);

        assertThat(remote.code()).as(remote.talk()).isEqualTo(local.code());
        assertThat(timeless(remote.out())).isEqualTo(timeless(local.out()));
    }

    /** A plan says when it was made, and the two are made one after the other. */
    private static String timeless(String output) {
        return output.replaceAll("\"createdAt\": \"[^\"]*\"", "\"createdAt\": \"…\"");
    }

    @Test
    void aChangeIsCarriedOutThereAndUndone() {
        Outcome applied = there.run("ecs rightsize idle --apply --yes --watch 100ms");
        assertThat(applied.code()).as(applied.talk()).isZero();
        assertThat(applied.talk()).contains("has reached a steady state");
        assertThat(here.run("ecs services idle").out()).doesNotContain("2048/4096");

        Outcome undone = there.run("ops undo --yes");
        assertThat(undone.code()).as(undone.talk()).isZero();
        assertThat(here.run("ecs services idle").out()).contains("2048/4096");
    }

    @Test
    void anErrorThereIsTheSameErrorHere() {
        Outcome remote = there.run("ecs rightsize nobody");

        assertThat(remote.code()).isEqualTo(here.run("ecs rightsize nobody").code());
        assertThat(remote.talk()).contains("nobody");
        assertThat(Optional.of(remote.out())).hasValue("");
    }

    @Test
    void theWayIntoTheConsoleIsItsAddressWhereNobodySignsIn() {
        assertThat(there.run("console").out()).isEqualTo("http://127.0.0.1:" + plane.port() + "/\n");

        Outcome elsewhere = here.run("console");
        assertThat(elsewhere.code()).isEqualTo(78);
        assertThat(elsewhere.talk()).contains("context sandbox is no control plane", "--context");
    }
}
