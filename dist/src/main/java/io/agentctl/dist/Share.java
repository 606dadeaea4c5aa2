package io.agentctl.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What shells and readers of manuals look for under {@code share/}. */
record Share(Sources sources, Path folder) {

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
                Path to = folder.resolve(completion.getValue());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
    }
}
