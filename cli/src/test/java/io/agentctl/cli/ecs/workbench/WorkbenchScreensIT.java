package io.agentctl.cli.ecs.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.cli.ProgramWindow;
import io.agentctl.cli.TwoServices;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Interactive rightsizing in a terminal, from its start to the way back, with real keys. */
@Timeout(300)
class WorkbenchScreensIT {

    private static TwoServices services;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        services = TwoServices.start();
    }

    @AfterAll
    static void stop() {
        if (services != null) {
            services.close();
        }
    }

    @BeforeEach
    void freshWorld() throws IOException {
        services.projectIn(folder);
    }

    private ProgramWindow start(int columns, int rows, String term, String... arguments) throws Exception {
        return services.window(columns, rows, folder, Map.of("TERM", term), arguments);
    }

    @Test
    void at80Columns() throws Exception {
        try (ProgramWindow window = start(80, 24, "screen-256color", "ecs", "rightsize", "-i")) {
            fromStartToTheWayBack(window);
            window.press("q");
            assertThat(window.await("ended with 0")).contains("idle: task-size 2048/4096 to ", "op-");
        }
    }

    @Test
    @Tag("extended")
    void at200ColumnsWithinASession() throws Exception {
        try (ProgramWindow window = start(200, 50, "screen-256color", "shell")) {
            window.await("sandbox>");
            window.type("ecs rightsize -i").press("Enter");
            fromStartToTheWayBack(window);
            window.press("q");
            window.await(screen -> screen.endsWith("sandbox>"), "the session's prompt");
            // The terminal is the session's again: the first key is not lost.
            window.type("ops list").press("Enter");
            assertThat(window.await("STARTED")).contains("undone");
        }
    }

    private static void fromStartToTheWayBack(ProgramWindow window) throws Exception {
        assertThat(window.await("as advised")).contains("> idle", "over", "2 × 2048/4096", "CPU, vCPU: now 4");
        window.press("Tab", "Right");
        window.await("chosen by hand");
        window.press("0");
        window.await("as advised");
        window.press("e");
        assertThat(window.await("walked forward")).contains("idle: over, confidence");
        window.press("Escape", "p");
        assertThat(window.await("Observed state: sha256:")).contains("Plan: ecs rightsize in context sandbox");
        window.press("Escape", "a");
        window.await("y applies it");
        window.press("y");
        assertThat(window.await("done: operation op-")).contains("step 1 of 3", "running", "no alarm of the project");
        window.press("r");
        assertThat(window.await("rolled back: operation op-")).contains("undoing step");
    }

    @Test
    void whereTheScreenIsTooSmallOrDumbItGoesOnWithout() throws Exception {
        try (ProgramWindow window = start(70, 20, "screen-256color", "ecs", "rightsize", "-i")) {
            assertThat(window.await("ended with 0").replace("\n", ""))
                    .contains("needs 80 columns and 24 lines, has 70 and 20", "idle", "as advised");
        }
    }

    @Test
    @Tag("extended")
    void aDumbTerminalGetsThePlainReport() throws Exception {
        try (ProgramWindow window = start(80, 24, "dumb", "ecs", "rightsize", "-i")) {
            assertThat(window.await("ended with 0").replace("\n", ""))
                    .contains("TERM is dumb.", "idle", "2 × 2048/4096");
        }
    }

    @Test
    void whatIsPastedIsNoKeyAndAWindowThatBecomesTooSmallIsWaitedFor() throws Exception {
        try (ProgramWindow window = start(100, 30, "screen-256color", "ecs", "rightsize", "-i")) {
            window.await("as advised");
            // Typed, this would apply a change.
            window.paste("ay\u0001\u0007\u00ff[A");
            assertThat(window.await("what is pasted is not taken for keys")).contains("> idle");
            window.resize(70, 20);
            window.await("needs 80 columns and 24 lines, has 70 and 20");
            window.resize(80, 24);
            assertThat(window.await("as advised")).contains("> idle", "CPU, vCPU: now 4");
            window.press("q");
            assertThat(window.await("ended with 0")).doesNotContain("op-");
        }
    }

    @Test
    void expiredCredentialsAreToldAndItGoesOnOnceTheyAreRenewed() throws Exception {
        services.sandbox().faults().expireCredentials();
        try (ProgramWindow window = start(80, 24, "screen-256color", "ecs", "rightsize", "-i")) {
            assertThat(window.await("until then").replace("\n ", " ")).contains("have expired", "Sign in again");
            services.sandbox().faults().clear();
            assertThat(window.await("as advised")).contains("> idle").doesNotContain("expired");
            window.press("q");
            window.await("ended with 0");
        }
    }
}
