package io.agentctl.cli.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.cli.ProgramWindow;
import io.agentctl.cli.TwoServices;
import io.agentctl.control.settings.Inputs;
import io.agentctl.control.settings.SettingsReader;
import io.agentctl.control.settings.TargetFlags;
import io.agentctl.plane.ControlPlaneService;
import io.agentctl.plane.configuration.ConfigurationReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The session, interactive rightsizing and the dashboard in a terminal, carried out by a control plane. */
@Timeout(300)
class RemoteScreensIT {

    @TempDir
    private Path folder;

    private TwoServices services;
    private ControlPlaneService plane;

    @BeforeEach
    void start() throws Exception {
        services = TwoServices.start();
        services.projectIn(folder);
        Map<String, String> environment = new HashMap<>(services.variables());
        environment.put("HOME", folder.toString());
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

    @AfterEach
    void stop() {
        if (plane != null) {
            plane.close();
        }
        if (services != null) {
            services.close();
        }
    }

    private ProgramWindow window(String... arguments) throws Exception {
        return services.window(
                100,
                30,
                folder,
                Map.of("AGENTCTL_CONTEXT", "team", "AGENTCTL_ENDPOINT_URL", "", "LC_ALL", "C.UTF-8"),
                arguments);
    }

    @Test
    void sizesAreTriedHereAndAppliedAndRolledBackThere() throws Exception {
        try (ProgramWindow window = window("shell")) {
            window.await("team>");
            window.type("ecs rightsize -i").press("Enter");
            assertThat(window.await("as advised")).contains("> idle", "2 × 2048/4096", "CPU, vCPU: now 4");
            window.press("a");
            window.await("y applies it");
            window.press("y");
            assertThat(window.await("done: operation op-")).contains("step 1 of 3");
            window.press("r");
            window.await("rolled back: operation op-");
            window.press("q");
            window.await(screen -> screen.endsWith("team>"), "the session's prompt");
            window.type("ops list").press("Enter");
            assertThat(window.await("STARTED")).contains("undone");
        }
    }

    @Test
    void aDashboardWhoseControlPlaneIsGoneKeepsItsPageAndSaysWhy() throws Exception {
        try (ProgramWindow window = window("dash")) {
            window.await("all tasks run");
            plane.close();
            assertThat(window.await("not read since")).contains("idle", "2/2");
            window.press("q");
            window.await("ended with 0");
        }
    }
}
