package io.agentctl.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImageProgramTest {

    private static final Path ROOT = Path.of("..");

    static Stream<ImageProgram> services() {
        return ImageProgram.all().stream().filter(program -> program.service().isPresent());
    }

    @ParameterizedTest
    @MethodSource("services")
    void listensAsItsTaskDefinitionSays(ImageProgram program) throws IOException {
        Path template =
                ROOT.resolve("dist/cloudformation/" + program.image().substring("agentctl-".length()) + ".yaml");

        assertThat(template)
                .content()
                .contains("ContainerPort: " + program.service().orElseThrow().port() + ", Protocol: tcp")
                .contains("Command: [--config, ")
                .contains("ReadonlyRootFilesystem: true");
    }

    @Test
    void aServiceRunsWithoutAShellAndAsNobody() throws IOException {
        ImageProgram runtime = ImageProgram.all().getFirst();

        Map<String, Object> settings = runtime.settings(ROOT, "1.0.0");

        assertThat(settings)
                .containsEntry("User", "65532:65532")
                .containsEntry(
                        "Entrypoint",
                        List.of(
                                "/agentctl/runtime/bin/java",
                                "@/agentctl/programs/agentctl-runtime-service.options",
                                "-XX:AOTCache=/agentctl/programs/runtime-service.aot",
                                "-jar",
                                "/agentctl/programs/agentctl-runtime-service.jar"))
                .containsEntry("ExposedPorts", Map.of("8080/tcp", Map.of()))
                .containsKey("Healthcheck");
    }

    @Test
    void theCliRunsUnderTheFlagsOfItsLauncher() throws IOException {
        String launcher = Files.readString(ROOT.resolve("cli/src/main/sh/start.sh"));

        assertThat(ImageProgram.flags(launcher)).contains("-XX:+UseSerialGC").allMatch(flag -> flag.startsWith("-"));
    }
}
