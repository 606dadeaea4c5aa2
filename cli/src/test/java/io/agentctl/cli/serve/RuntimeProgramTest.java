package io.agentctl.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.error.AgentctlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How a runtime is started and its cache trained, with a JVM that only pretends. */
@Timeout(30)
class RuntimeProgramTest {

    private static final String TRAINS =
            """
            #!/bin/sh
            for argument; do
              case $argument in
                -XX:AOTCacheOutput=*) echo "$*" >"${argument#*=}" ;;
              esac
            done
            """;
    private static final String BREAKS = TRAINS + "touch \"$0.ran\"; exit 1\n";
    private static final Path CONFIGURATION = Path.of("/tmp/runtime.yaml");

    @TempDir
    Path home;

    private Path caches;

    @BeforeEach
    void build() throws IOException {
        write("runtime-service/target/agentctl-runtime-service.jar", "");
        write("runtime-service/target/agentctl-runtime-service.options", "");
        caches = Files.createDirectories(home.resolve(".agentctl-build/aot/" + Runtime.version()));
    }

    @Test
    void startsTheJarUnderTheOptionsThatComeWithIt() {
        assertThat(RuntimeProgram.in(home).command(CONFIGURATION))
                .containsSequence("@" + home.resolve("runtime-service/target/agentctl-runtime-service.options"), "-jar")
                .endsWith("--config", CONFIGURATION.toString());
    }

    @Test
    void trainsACacheUnderTheSameOptionsAndUsesItFromThenOn() throws IOException, InterruptedException {
        RuntimeProgram program = program(TRAINS);

        program.train();

        await(caches.resolve("runtime.aot"));
        assertThat(caches.resolve("runtime.aot"))
                .content()
                .startsWith("@" + home)
                .contains("agentctl-runtime-service.options ", "io.agentctl.runtime.AotTraining");
        assertThat(program.command(CONFIGURATION)).contains("-XX:AOTCache=" + caches.resolve("runtime.aot"));
    }

    @Test
    void aTrainingThatBreaksLeavesNothingThatCouldBeTakenForACache() throws IOException, InterruptedException {
        RuntimeProgram program = program(BREAKS);

        program.train();

        await(home.resolve("a folder/java.ran"));
        while (files().anyMatch(name -> name.startsWith("runtime.aot."))) {
            Thread.sleep(20);
        }
        assertThat(files()).containsExactly("runtime.log");
        assertThat(program.command(CONFIGURATION)).noneMatch(word -> word.startsWith("-XX:AOTCache"));
    }

    @Test
    void oneTrainingAtATimeIsEnough() throws IOException, InterruptedException {
        Path lock = Files.createDirectory(caches.resolve("runtime.aot.lock"));
        Files.writeString(
                lock.resolve("pid"), Long.toString(ProcessHandle.current().pid()));
        RuntimeProgram program = program(TRAINS);

        program.train();
        Thread.sleep(500);

        assertThat(caches.resolve("runtime.aot")).doesNotExist();

        Files.writeString(lock.resolve("pid"), "999999999");
        program.train();

        await(caches.resolve("runtime.aot"));
    }

    @Test
    void whereTheLauncherKeepsNoCachesNoneIsTrained() throws IOException {
        Files.delete(caches);

        program(TRAINS).train();

        assertThat(caches).doesNotExist();
    }

    @Test
    void whatWasNotBuiltIsNotStarted() throws IOException {
        Files.delete(home.resolve("runtime-service/target/agentctl-runtime-service.jar"));

        assertThatThrownBy(() -> RuntimeProgram.in(home).command(CONFIGURATION))
                .isInstanceOf(AgentctlException.class)
                .hasMessageContaining("there is no runtime");
    }

    private RuntimeProgram program(String script) throws IOException {
        Path java = write("a folder/java", script);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new RuntimeProgram(home, java);
    }

    private Path write(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static void await(Path file) throws InterruptedException {
        while (!Files.exists(file)) {
            Thread.sleep(20);
        }
    }

    private Stream<String> files() throws IOException {
        try (Stream<Path> files = Files.list(caches)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
