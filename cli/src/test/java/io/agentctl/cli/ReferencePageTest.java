package io.agentctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.cli.docs.FencedCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferencePageTest {

    private static final Path PAGE = Path.of("..", "docs", "reference.md");

    @TempDir
    private Path folder;

    /** Written anew by a run with {@code -Dgenerated=write}. */
    @Test
    void thePageSaysWhatTheCommandsSay() throws IOException {
        String now = ReferencePage.of(Commands.in(folder).model());
        if (System.getProperty("generated", "").equals("write")) {
            Files.writeString(PAGE, now);
        }

        assertThat(Files.readString(PAGE).equals(now))
                .as("docs/reference.md is up to date: run this test with -Dgenerated=write")
                .isTrue();
    }

    @Test
    void whatItShowsAsExamplesCanBeTyped() {
        List<String> mistakes = FencedCommand.of(PAGE).stream()
                .flatMap(command ->
                        Commands.in(folder).mistake(command.words()).map(mistake -> command + ": " + mistake).stream())
                .toList();

        assertThat(mistakes).isEmpty();
        assertThat(Optional.of(FencedCommand.of(PAGE).size()))
                .hasValueSatisfying(size -> assertThat(size).isGreaterThan(100));
    }
}
