package io.agentctl.cli.serve;

import io.agentctl.cli.process.DetachedProcess;
import io.agentctl.cli.process.ForegroundProcess;
import io.agentctl.cli.wiring.Surroundings;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.settings.Folders;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The runtime service as a process.
 *
 * @param home where the program's own files are
 * @param folder where a detached runtime's state, configuration and log are
 */
public record RuntimeProcess(Path home, Path folder) {

    private static final Duration MOST = Duration.ofSeconds(30);
    private static final Duration TIME_TO_DRAIN = Duration.ofSeconds(30);
    private static final int OK = 200;

    /** The one of who runs this program. */
    public static RuntimeProcess of(Surroundings surroundings) {
        return new RuntimeProcess(
                surroundings.home(), Folders.state(surroundings.environment()).resolve("runtime"));
    }

    /** The detached runtime, if it runs. */
    public Optional<RuntimeState> running() {
        return RuntimeState.running(folder);
    }

    /**
     * Runs it in the foreground until it ends; what ends this process ends it too.
     *
     * @param environment how it reaches AWS
     * @return its exit code
     */
    int run(Path configuration, Map<String, String> environment) {
        RuntimeProgram program = RuntimeProgram.in(home);
        return ForegroundProcess.run("the runtime", program.command(configuration), environment, program::train);
    }

    /**
     * Starts it beside the terminal and waits until it is ready.
     *
     * @throws AgentctlException CONFLICT if one runs already, UNREACHABLE if the port is taken, FAILED with what it
     *     said if it does not come up
     */
    RuntimeState start(Path configuration, URI url, Map<String, String> environment) {
        running().ifPresent(state -> {
            throw new AgentctlException(
                    ErrorCode.CONFLICT,
                    "a runtime answers at " + state.url() + " already",
                    "Stop it with 'agentctl runtime stop', or start another without --detach.");
        });
        requireFree(url);
        try {
            Files.createDirectories(folder);
            RuntimeProgram program = RuntimeProgram.in(home);
            RuntimeState state =
                    new RuntimeState(DetachedProcess.start(program.command(configuration), environment, log()), url);
            awaitReady(state);
            state.write(folder);
            program.train();
            return state;
        } catch (IOException failure) {
            throw notStarted(failure.getMessage(), failure);
        }
    }

    /** Asks the detached runtime to drain and end; true if there was one. */
    public boolean stop() {
        Optional<RuntimeState> running = running();
        running.flatMap(state -> ProcessHandle.of(state.pid())).ifPresent(RuntimeProcess::end);
        try {
            RuntimeState.forget(folder);
        } catch (IOException failure) {
            throw new AgentctlException(ErrorCode.FAILED, failure.getMessage(), "", null, failure);
        }
        return running.isPresent();
    }

    private void awaitReady(RuntimeState state) throws IOException {
        long end = System.nanoTime() + MOST.toNanos();
        while (System.nanoTime() < end && DetachedProcess.isAlive(state.pid())) {
            if (isReady(state.url())) {
                return;
            }
            DetachedProcess.pause();
        }
        ProcessHandle.of(state.pid()).ifPresent(RuntimeProcess::end);
        String said = Files.readString(log()).strip();
        throw notStarted(said.isEmpty() ? "it says nothing" : said.lines().reduce("", (all, line) -> line), null);
    }

    /** Another program that answers there would be taken for the runtime. */
    private static void requireFree(URI url) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(url.getHost(), url.getPort()));
        } catch (IOException failure) {
            throw new AgentctlException(
                    ErrorCode.UNREACHABLE,
                    "cannot listen on " + url.getAuthority() + ": " + failure.getMessage(),
                    "Choose another with --port.",
                    null,
                    failure);
        }
    }

    private static boolean isReady(URI url) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) url.resolve("/health/ready").toURL().openConnection();
            connection.setConnectTimeout((int) DetachedProcess.PAUSE.toMillis());
            connection.setReadTimeout((int) Duration.ofSeconds(1).toMillis());
            return connection.getResponseCode() == OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        DetachedProcess.awaitEnd(process.pid(), TIME_TO_DRAIN);
    }

    private AgentctlException notStarted(String why, Exception cause) {
        return new AgentctlException(
                ErrorCode.FAILED, "the runtime did not come up: " + why, "Its log is in " + log() + ".", null, cause);
    }

    private Path log() {
        return folder.resolve("runtime.log");
    }
}
