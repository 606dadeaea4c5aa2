package io.agentctl.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.cli.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What packages install is what the program prints; written anew by a run with {@code -Dgenerated=write}. */
class CommittedScriptsTest {

    private static final Path FOLDER = Path.of("..", "completions");

    @ParameterizedTest
    @EnumSource(ShellName.class)
    void theFileOfAShellIsUpToDate(ShellName shell, @TempDir Path folder) throws IOException {
        String name = shell.name().toLowerCase(Locale.ROOT);
        String now = Commands.in(folder).run("completion " + name).out();
        if (System.getProperty("generated", "").equals("write")) {
            Files.writeString(FOLDER.resolve(shell.file()), now);
        }

        assertThat(Files.readString(FOLDER.resolve(shell.file())).equals(now))
                .as("completions/%s is up to date: run this test with -Dgenerated=write", shell.file())
                .isTrue();
    }
}
