package io.agentctl.sandbox.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What containers run here, by the names of their images. A container whose image is not known runs nothing and does
 * not end by itself. Thread-safe.
 */
public final class Programs implements AutoCloseable {
    private static final List<String> TAKEN_OVER = List.of("PATH", "JAVA_HOME", "LANG", "TMPDIR");
    /** Variables that tell the product's launcher how to start. */
    private static final String LAUNCHER = "AGENTCTL_";

    private final Map<String, List<String>> commands;
    private final Supplier<Map<String, String>> common;
    private final List<ProgramRun> running = new ArrayList<>();
    private Path home;
    private boolean closed;

    /**
     * Nothing runs yet.
     *
     * @param commands the command line of each image's program
     * @param common variables of all containers
     */
    public Programs(Map<String, List<String>> commands, Supplier<Map<String, String>> common) {
        this.commands = Map.copyOf(commands);
        this.common = common;
    }

    /**
     * Starts a container's program in an empty home folder; nothing where its image is not known.
     *
     * @throws UncheckedIOException if it cannot be started
     */
    public synchronized Optional<ProgramRun> start(ContainerRun container) {
        List<String> program = commands.get(container.name());
        if (program == null || closed) {
            return Optional.empty();
        }
        List<String> command = new ArrayList<>(program);
        command.addAll(container.command());
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .directory(home().toFile());
            Map<String, String> variables = builder.environment();
            variables.keySet().removeIf(name -> !TAKEN_OVER.contains(name) && !name.startsWith(LAUNCHER));
            variables.putAll(common.get());
            variables.put("HOME", home().toString());
            variables.putAll(container.environment());
            ProgramRun run = ProgramRun.of(builder.start(), container.lines());
            running.removeIf(other -> !other.alive());
            running.add(run);
            return Optional.of(run);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + program.getFirst() + ": " + e.getMessage(), e);
        }
    }

    private Path home() throws IOException {
        if (home == null) {
            home = Files.createTempDirectory("agentctl-sandbox-tasks");
        }
        return home;
    }

    @Override
    public synchronized void close() {
        closed = true;
        running.forEach(ProgramRun::kill);
        running.clear();
        if (home == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException ignored) {
            // A program that ends this moment may still write; the folder is the system's to clear then.
        }
    }
}
