package io.agentctl.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * What shells and readers of manuals look for under {@code share/}.
 *
 * @param home the archive's folder, with its runtime and its programs
 */
record Share(Sources sources, Path home) {

    /** Where each shell looks for completions, by the name of the committed file. */
    private static final Map<String, String> COMPLETIONS = Map.of(
            "agentctl.bash", "bash-completion/completions/agentctl",
            "_agentctl", "zsh/site-functions/_agentctl",
            "agentctl.fish", "fish/vendor_completions.d/agentctl.fish");

    /** Collects it. */
    void collect() throws IOException {
        for (Map.Entry<String, String> completion : COMPLETIONS.entrySet()) {
            Path file = sources.root().resolve("completions").resolve(completion.getKey());
            if (Files.exists(file)) {
                Path to = home.resolve("share").resolve(completion.getValue());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        manual();
    }

    /** The program itself writes a page for each of its commands. */
    private void manual() throws IOException {
        Commands.run(
                home,
                List.of(
                        "runtime/bin/java",
                        "-cp",
                        "programs/agentctl-cli.jar",
                        "io.agentctl.cli.ManualPages",
                        "share/man/man1",
                        sources.version(),
                        sources.time().atOffset(ZoneOffset.UTC).toLocalDate().toString()));
    }
}
