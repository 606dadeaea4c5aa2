package io.agentctl.cli.tour;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.progress.Cancellation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Runs the tour's commands as processes, in a state folder of their own, so that they meet neither the user's sandbox
 * nor the user's configuration. What they print goes where this program prints.
 */
public final class Guide {

    private static final Duration LOOK = Duration.ofMillis(100);

    /** They say where parts of the program itself are. */
    private static final Set<String> OWN_PARTS = Set.of("AGENTCTL_JAVA_HOME", "AGENTCTL_DYNAMODB_LOCAL");

    private final Path launcher;
    private final Map<String, String> environment;

    /**
     * Makes a guide.
     *
     * @param launcher the program's own start script
     * @param environment of this process; handed on but for what would lead astray
     */
    public Guide(Path launcher, Map<String, String> environment) {
        this.launcher = launcher;
        this.environment = environment;
    }

    /** Opens a state folder for one tour. */
    Path openFolder() {
        try {
            return Files.createTempDirectory("agentctl-tour");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Removes the folder and all in it. */
    void closeFolder(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Runs one command to its end.
     *
     * @return its exit code
     */
    int run(Stop stop, Path folder, Cancellation cancellation) {
        List<String> words = new ArrayList<>(List.of(launcher.toString()));
        words.addAll(stop.command());
        ProcessBuilder builder = new ProcessBuilder(words).inheritIO();
        Map<String, String> theirs = builder.environment();
        theirs.clear();
        environment.forEach((name, value) -> {
            if (OWN_PARTS.contains(name) || !leadsElsewhere(name)) {
                theirs.put(name, value);
            }
        });
        theirs.put("XDG_STATE_HOME", folder.resolve("state").toString());
        theirs.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        theirs.put("AGENTCTL_CONTEXT", "sandbox");
        theirs.put("AGENTCTL_BUILD", "never");
        builder.directory(folder.toFile());
        return await(start(builder), cancellation);
    }

    /** A user's settings would lead the tour to the user's own account. */
    private static boolean leadsElsewhere(String variable) {
        return variable.startsWith("AGENTCTL_") || variable.startsWith("AWS_");
    }

    private Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException failure) {
            throw new AgentctlException(
                    ErrorCode.BAD_CONFIGURATION,
                    "cannot start " + launcher + ": " + failure.getMessage(),
                    "The tour runs this program's own commands, and needs its start script.",
                    null,
                    failure);
        }
    }

    /** Ctrl-C reaches the command as well, since it is in the same group: it is given the time to end cleanly. */
    private static int await(Process process, Cancellation cancellation) {
        while (process.isAlive() && cancellation.sleep(LOOK)) {
            // The command prints for itself.
        }
        return process.onExit().join().exitValue();
    }
}
