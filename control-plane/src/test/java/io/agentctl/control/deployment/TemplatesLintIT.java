package io.agentctl.control.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Templates against AWS's own schemas of resources, which cfn-lint has with it. */
class TemplatesLintIT {

    @TempDir
    private Path folder;

    @Test
    void everyTemplateFollowsTheSchemas() throws IOException, InterruptedException {
        List<String> files = Template.all().stream()
                .map(template -> template.file().toString())
                .toList();

        assertThat(lint(files)).isEmpty();
    }

    /** Else nothing would be learnt from the silence above. */
    @Test
    void aPropertyThatIsNoneIsFound() throws IOException, InterruptedException {
        Path bad = folder.resolve("bad.yaml");
        Files.writeString(bad, Template.of("tables").text().replace("BillingMode:", "BilingMode:"));

        assertThat(lint(List.of(bad.toString()))).contains("BilingMode");
    }

    private String lint(List<String> files) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program(), "--format", "parseable"));
        command.addAll(List.of("--regions", "us-east-1", "eu-central-1", "--"));
        command.addAll(files);
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        process.waitFor();
        return Files.readString(said, StandardCharsets.UTF_8);
    }

    private static String program() {
        Optional<Path> program = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "cfn-lint"))
                .filter(Files::isExecutable)
                .findFirst();
        assumeThat(program).as("skipped: cfn-lint is not on the PATH").isPresent();
        return program.orElseThrow().toString();
    }
}
