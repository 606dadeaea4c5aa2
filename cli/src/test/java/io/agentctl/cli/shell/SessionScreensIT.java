package io.agentctl.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.cli.ProgramWindow;
import io.agentctl.cli.TwoServices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A session in a terminal, from its start to the undo of what it changed, with real keys. */
@Timeout(300)
class SessionScreensIT {

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
        Files.createDirectories(folder.resolve(".config/agentctl"));
        Files.writeString(
                folder.resolve(".config/agentctl/config.yaml"),
                "contexts:\n  acme-prod: {type: aws, profile: p, region: eu-central-1}\n");
    }

    private ProgramWindow session(int columns, int rows, Map<String, String> environment) throws Exception {
        return services.window(columns, rows, folder, environment, "shell");
    }

    @Test
    void at80Columns() throws Exception {
        try (ProgramWindow tmux = session(80, 24, Map.of())) {
            fromStartToUndo(tmux, 80, 24);
        }
    }

    @Test
    @Tag("extended")
    void at200Columns() throws Exception {
        try (ProgramWindow tmux = session(200, 50, Map.of())) {
            fromStartToUndo(tmux, 200, 50);
        }
    }

    private void fromStartToUndo(ProgramWindow tmux, int columns, int rows) throws Exception {
        tmux.await("sandbox>");
        tmux.type("ecs rig");
        assertThat(tmux.await("htsize  Advise"))
                .startsWith("sandbox> ecs rightsize  Advise the cheapest size that fits");
        tmux.press("Tab");
        assertThat(tmux.await("[SERVICE]")).startsWith("sandbox> ecs rightsize [SERVICE]  The services to advise on.");
        completesTheNameOfAService(tmux);
        // A window that changes its size loses nothing of what is typed.
        tmux.resize(columns - 4, rows - 3);
        tmux.type("--apply").press("Enter");
        tmux.await("[y/N]");
        tmux.type("y").press("Enter");
        assertThat(tmux.await("PUT IT BACK WITH").replace("\n", ""))
                .contains("main/idle", "verified", "agentctl ops undo op-");
        tmux.await(screen -> screen.endsWith("sandbox>"), "the prompt");
        tmux.press("C-l").type("undo").press("Enter");
        tmux.await("[y/N]");
        tmux.type("y").press("Enter");
        assertThat(tmux.await("undone: op-")).doesNotContain("agentctl: ");
        tmux.press("C-l").type("use acme-prod").press("Enter");
        tmux.await("acme-prod (production)>");
        assertThat(tmux.colours()).contains("\u001b[31macme-prod (production)>");
        tmux.press("C-d");
        assertThat(tmux.await("ended with 0")).contains("acme-prod (production)>");
        assertThat(Files.readString(folder.resolve(".local/state/agentctl/history")))
                .isEqualTo("ecs rightsize idle --apply\nundo\nuse acme-prod\n");
    }

    /** Names are fetched behind: until they are there a Tab finds none. */
    private static void completesTheNameOfAService(ProgramWindow tmux) throws Exception {
        for (int attempt = 0; attempt < 200 && !tmux.screen().contains("quiet"); attempt++) {
            tmux.press("Tab");
            Thread.sleep(100);
        }
        tmux.press("C-c");
        tmux.await(screen -> screen.endsWith("sandbox>"), "a new line");
        tmux.press("C-l");
        tmux.type("ecs rightsize id").press("Tab");
        tmux.await("ecs rightsize idle");
    }

    @Test
    void ctrlCTakesTheLineAndF1ShowsHelp() throws Exception {
        try (ProgramWindow tmux = session(80, 24, Map.of("NO_COLOR", "1"))) {
            tmux.await("sandbox>");
            tmux.type("ecs nothing").press("C-c");
            tmux.await(screen -> screen.endsWith("sandbox>"), "a new line");
            tmux.press("C-l").type("config use").press("F1");
            assertThat(tmux.await("Options that every command takes"))
                    .isEqualTo(
                            """
                            Usage: agentctl config use [OPTIONS] NAME

                            Choose where commands go from now on.

                            Parameters:
                              NAME  A context, as 'agentctl config contexts' lists it.

                            Examples:
                              agentctl config use sandbox
                              agentctl config contexts        # which are there?

                            Options that every command takes: 'agentctl --help'.
                            sandbox> config use  (Choose where commands go from now on.)""");
            assertThat(tmux.colours()).doesNotContain("\u001b[3");
        }
    }

    @Test
    void aDumbTerminalGetsPlainLines() throws Exception {
        try (ProgramWindow tmux = session(80, 24, Map.of("TERM", "dumb"))) {
            tmux.await("sandbox>");
            tmux.type("config contexts").press("Enter");
            assertThat(tmux.await(screen -> screen.endsWith("machine\nsandbox>"), "the next prompt"))
                    .isEqualTo(
                            """
                            sandbox> config contexts
                            CURRENT  NAME       TYPE     DETAILS
                                     acme-prod  aws      profile p, region eu-central-1
                            *        sandbox    sandbox  the sandbox on this machine
                            sandbox>""");
            tmux.type("ecs rightsize idle --apply").press("Enter");
            tmux.await("[y/N]");
            tmux.type("y").press("Enter");
            tmux.await("PUT IT BACK WITH");
            tmux.type("undo").press("Enter");
            tmux.await("Undo op-");
            tmux.type("y").press("Enter");
            tmux.await("undone: op-");
            tmux.press("C-d");
            tmux.await("ended with 0");
        }
    }
}
