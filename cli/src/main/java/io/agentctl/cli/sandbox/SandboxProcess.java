package io.agentctl.cli.sandbox;

import io.agentctl.cli.process.DetachedProcess;
import io.agentctl.cli.process.Installation;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.settings.SandboxState;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sandbox's process, which outlives the command that starts it and the terminal that it was started from.
 *
 * @param home where the program's own files are
 * @param folder where the process keeps its state file and its log
 * @param engine what its tables run on
 */
record SandboxProcess(Path home, Path folder, DynamoDbLocal engine) {

    private static final Duration MOST = Duration.ofSeconds(60);
    private static final Duration TIME_TO_END = Duration.ofSeconds(10);

    /** The sandbox, if its process is alive. */
    public Optional<SandboxState> running() {
        return SandboxState.running(folder);
    }

    /**
     * Starts it and waits until it answers.
     *
     * @throws AgentctlException CONFLICT if it runs already, what {@link DynamoDbLocal#obtain} throws, FAILED with what
     *     it said if it does not come up
     */
    public SandboxStatus start(SandboxStart.Request request, ProgressListener progress) {
        try {
            Files.createDirectories(folder);
            try (FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock();
                if (running().isPresent()) {
                    throw new AgentctlException(
                            ErrorCode.CONFLICT,
                            "the sandbox is running already",
                            "Give it another world with 'agentctl sandbox load', or stop it first.");
                }
                return waitFor(spawn(request, progress));
            }
        } catch (IOException e) {
            throw new AgentctlException(
                    ErrorCode.FAILED, "the sandbox could not be started: " + e.getMessage(), "", null, e);
        }
    }

    /** Asks it to end and waits until it has; true if it ran. */
    public boolean stop() {
        Optional<SandboxState> running = running();
        running.ifPresent(state -> {
            new SandboxAdmin(state.endpoint()).stop();
            DetachedProcess.awaitEnd(state.pid(), TIME_TO_END);
        });
        return running.isPresent();
    }

    private long spawn(SandboxStart.Request request, ProgressListener progress) throws IOException {
        Installation installation = new Installation(home);
        Path jar = installation.jar("sandbox");
        if (!Files.exists(jar)) {
            throw new AgentctlException(
                    ErrorCode.BAD_CONFIGURATION,
                    "there is no sandbox at " + jar,
                    "Start agentctl with its launcher, which builds it.");
        }
        Files.deleteIfExists(folder.resolve(SandboxState.FILE));
        List<String> command = new ArrayList<>(List.of(
                Installation.java().toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(jar, request, progress),
                "io.agentctl.sandbox.SandboxMain",
                "--state-dir",
                folder.toString(),
                "--port",
                Integer.toString(request.port())));
        Path function = installation.jar("governance-function");
        if (Files.exists(function)) {
            command.addAll(List.of("--function-jar", function.toString()));
        }
        Path launcher = installation.launcher();
        if (Files.exists(launcher)) {
            command.addAll(List.of("--task-program", launcher.toString()));
        }
        request.world().ifPresent(world -> command.addAll(List.of("--world", world.toString())));
        request.seed().ifPresent(seed -> command.addAll(List.of("--seed", Long.toString(seed))));
        // Tasks run what is built: several that build at once would wait for each other.
        return DetachedProcess.start(command, Map.of("AGENTCTL_BUILD", "never"), log());
    }

    /** The jar names what else it needs beside it; an archive comes without the engine of tables. */
    private String classPath(Path jar, SandboxStart.Request request, ProgressListener progress) {
        if (Files.exists(jar.resolveSibling("lib").resolve(DynamoDbLocal.JAR))) {
            return jar.toString();
        }
        return jar + File.pathSeparator + engine.obtain(request.dynamoDbLocal(), progress);
    }

    private SandboxStatus waitFor(long pid) throws IOException {
        long end = System.nanoTime() + MOST.toNanos();
        while (System.nanoTime() < end && DetachedProcess.isAlive(pid)) {
            Optional<SandboxState> state = running();
            if (state.isPresent()) {
                return new SandboxAdmin(state.get().endpoint()).status();
            }
            DetachedProcess.pause();
        }
        DetachedProcess.awaitEnd(pid, TIME_TO_END);
        String said = Files.readString(log()).strip();
        throw new AgentctlException(
                ErrorCode.FAILED,
                "the sandbox did not come up"
                        + (said.isEmpty() ? "" : ": " + said.lines().findFirst().orElse("")),
                "Its log is in " + log() + ".");
    }

    private Path log() {
        return folder.resolve("sandbox.log");
    }
}
