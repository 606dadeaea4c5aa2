package io.agentctl.runtime;

import io.agentctl.policies.PolicyException;
import io.agentctl.policies.store.TrustedKeys;
import io.agentctl.runtime.configuration.ConfigurationException;
import io.agentctl.runtime.configuration.RuntimeConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the files hold that a configuration names.
 *
 * @param tokens the text of the file of bearer tokens, where there is one
 * @param trusted keys whose signatures count
 */
public record NamedFiles(Optional<String> tokens, TrustedKeys trusted) {

    /** For a configuration that names none. */
    public static final NamedFiles NONE = new NamedFiles(Optional.empty(), TrustedKeys.NONE);

    /**
     * Reads them.
     *
     * @throws ConfigurationException if a key cannot be used
     */
    static NamedFiles read(RuntimeConfiguration configuration) throws IOException {
        Optional<Path> tokens = configuration.server().tokens();
        Optional<String> text = tokens.isPresent() ? Optional.of(Files.readString(tokens.get())) : Optional.empty();
        return new NamedFiles(text, trusted(configuration.policies().trust()));
    }

    private static TrustedKeys trusted(List<Path> paths) throws IOException {
        if (paths.isEmpty()) {
            return TrustedKeys.NONE;
        }
        StringBuilder pem = new StringBuilder();
        for (Path path : paths) {
            pem.append(Files.readString(path)).append('\n');
        }
        try {
            return TrustedKeys.read(paths.toString(), pem.toString());
        } catch (PolicyException unusable) {
            throw new ConfigurationException("policies.trust: " + unusable.getMessage());
        }
    }
}
