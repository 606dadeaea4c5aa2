package io.agentctl.control.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Every text that settings are made from.
 *
 * @param flags what was typed
 * @param environment all variables
 * @param directory the working directory
 * @param project {@code agentctl.yaml}, if there is one in the working directory or above
 * @param user the user's configuration, if there is one
 * @param sandbox the sandbox, if it runs
 * @param awsConfig the AWS configuration file, if there is one
 */
public record Inputs(
        TargetFlags flags,
        Map<String, String> environment,
        Path directory,
        Optional<TextFile> project,
        Optional<TextFile> user,
        Optional<SandboxState> sandbox,
        Optional<TextFile> awsConfig) {

    /** Reads the files. */
    public static Inputs read(TargetFlags flags, Map<String, String> environment, Path directory) {
        return new Inputs(
                flags,
                environment,
                directory,
                ProjectFile.find(directory).flatMap(TextFile::read),
                TextFile.read(userFile(environment)),
                SandboxState.running(SandboxState.folder(environment)),
                TextFile.read(awsConfigFile(environment)));
    }

    /** Where the user's configuration is, whether there is one or not. */
    public static Path userFile(Map<String, String> environment) {
        return Folders.config(environment).resolve("config.yaml");
    }

    /** A variable's value, if it is set to something. */
    Optional<Sourced<String>> variable(String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .map(value -> new Sourced<>(value, Source.variable(name)));
    }

    private static Path awsConfigFile(Map<String, String> environment) {
        String named = environment.getOrDefault("AWS_CONFIG_FILE", "");
        return named.isEmpty() ? Folders.home(environment).resolve(".aws/config") : Path.of(named);
    }
}
