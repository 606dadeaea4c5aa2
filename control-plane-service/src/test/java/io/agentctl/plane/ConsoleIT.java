package io.agentctl.plane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agentctl.control.json.JsonText;
import io.agentctl.plane.console.ConsoleFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console in a browser: what people do with it is in {@code console/src/test/browser}. */
class ConsoleIT {

    private static final Path CONSOLE =
            Path.of("..", "console").toAbsolutePath().normalize();
    private static final int MOST_MINUTES = 15;

    /** What it takes to advise on sizes. */
    private static final String HISTORY = "15d";

    @TempDir
    private Path folder;

    private TeamBench bench;

    @BeforeEach
    void start() throws IOException {
        requires("node", onPath("node").isPresent());
        requires("Chromium", chromium().isPresent());
        requires("a console in this build", ConsoleFiles.load().page().isPresent());
        requires("what npm fetches for tests", Files.isDirectory(CONSOLE.resolve("node_modules/playwright-core")));
        bench = new TeamBench(
                folder, "approvals: {rules: [{useCases: plan.apply}]}\n", new PlaneBench(folder, HISTORY));
    }

    @AfterEach
    void stop() {
        if (bench != null) {
            bench.close();
        }
    }

    /** On a build server everything has to be there. */
    private static void requires(String what, boolean there) {
        if (System.getenv("CI") != null) {
            assertThat(there).as("there is " + what).isTrue();
        }
        assumeThat(there).as("this needs " + what).isTrue();
    }

    private static Optional<Path> onPath(String... names) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(place -> Stream.of(names).map(name -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> chromium() {
        return onPath("chromium", "chromium-browser", "google-chrome", "chrome");
    }

    @Test
    void aTeamWorksWithIt() throws Exception {
        assertPasses("team.test.mjs");
    }

    @Test
    void everyPageIsForEverybody() throws Exception {
        assertPasses("pages.test.mjs");
    }

    @Test
    void everyDetailIsForEverybodyAndKeysAreEnough() throws Exception {
        SomePolicy.inForce(bench.place().cloud(), folder, "allow");
        SomePolicy.inForce(bench.place().cloud(), folder, "deny");
        assertPasses("details.test.mjs");
    }

    private void assertPasses(String script) throws Exception {
        Path told = folder.resolve("told.txt");
        ProcessBuilder builder = new ProcessBuilder(
                        "node", "--test", "--test-reporter=spec", "src/test/browser/" + script)
                .directory(CONSOLE.toFile())
                .redirectErrorStream(true)
                .redirectOutput(told.toFile());
        builder.environment().put("CONSOLE_TEST", JsonText.write(setting()));
        Process node = builder.start();
        try {
            assertThat(node.waitFor(MOST_MINUTES, TimeUnit.MINUTES))
                    .as("it ends; until now it said\n" + Files.readString(told))
                    .isTrue();
            assertThat(node.exitValue()).as(Files.readString(told)).isZero();
        } finally {
            node.descendants().forEach(ProcessHandle::destroyForcibly);
            node.destroyForcibly();
        }
    }

    private ObjectNode setting() throws IOException, InterruptedException {
        ObjectNode setting = JsonNodeFactory.instance.objectNode();
        setting.put("url", bench.url());
        setting.put("service", "idle");
        setting.put("size", "2048/4096");
        setting.put("other", "quiet");
        setting.put("third", "calm");
        setting.put("function", "acme-governance");
        setting.put("shots", System.getProperty("agentctl.console.shots", ""));
        setting.put("chromium", chromium().orElseThrow().toString());
        setting.set(
                "code",
                TeamBench.json(bench.post("/v1/session/code", TeamBench.as("viewer"), ""))
                        .get("code"));
        ObjectNode tokens = setting.putObject("tokens");
        TeamBench.ROLES.forEach(role -> tokens.put(role, TeamBench.token(role)));
        return setting;
    }
}
