package io.agentctl.cli.wiring;

import io.agentctl.control.settings.Settings;
import io.agentctl.control.settings.Sourced;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How somebody signs in anew to where commands go. */
public final class SignIn {

    private static final String DEFAULT = "default";

    private SignIn() {}

    /**
     * The command that does it, if the profile in use gets its credentials by AWS IAM Identity Center.
     *
     * @param environment for the variables of the AWS SDKs that name a profile and the configuration file
     */
    public static Optional<String> command(Settings settings, Map<String, String> environment) {
        String profile = settings.profile()
                .map(Sourced::value)
                .orElseGet(() -> environment.getOrDefault("AWS_PROFILE", DEFAULT));
        Path file = Optional.ofNullable(environment.get("AWS_CONFIG_FILE"))
                .map(Path::of)
                .orElseGet(() -> Path.of(environment.getOrDefault("HOME", ""), ".aws", "config"));
        return usesSingleSignOn(lines(file), profile)
                ? Optional.of("aws sso login" + (profile.equals(DEFAULT) ? "" : " --profile " + profile))
                : Optional.empty();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.isReadable(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static boolean usesSingleSignOn(List<String> lines, String profile) {
        boolean within = false;
        for (String line : lines) {
            String text = line.strip();
            if (text.startsWith("[")) {
                String section = text.replaceAll("[\\[\\]]", "")
                        .replaceFirst("^profile\\s+", "")
                        .strip();
                within = section.equals(profile);
            } else if (within && text.matches("sso_(session|start_url)\\s*=.*")) {
                return true;
            }
        }
        return false;
    }
}
