package io.agentctl.cli;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.agentctl.sandbox.Sandbox;
import io.agentctl.sandbox.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Two services that are larger than they need to be, in a sandbox, and terminals at which somebody works on them. */
public final class TwoServices implements AutoCloseable {

    /** {@code idle} and {@code quiet}, in the only cluster. */
    public static final World WORLD = World.parse(
            """
            seed: 7
            history: 14d
            rollout: {accepted: 20ms, provisioning: 30ms, pending: 30ms, health: 30ms, draining: 20ms, retry: 50ms}
            clusters:
              - name: main
                services:
                  - name: idle
                    cpu: 2048
                    memory: 4096
                    tasks: 2
                    workload: {perTask: {cpu: 20, memory: 300}, pattern: {cpu: 300, memory: 400}}
                  - name: quiet
                    cpu: 1024
                    memory: 2048
                    tasks: 2
                    workload: {perTask: {cpu: 20, memory: 300}, pattern: {cpu: 100, memory: 400}}
            """,
            Path.of("."));

    private final Sandbox sandbox;

    private TwoServices(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** Starts the sandbox, where there are terminals. */
    public static TwoServices start() {
        assumeThat(Tmux.isThere()).as("tmux is on the PATH").isTrue();
        return new TwoServices(Sandbox.start(WORLD));
    }

    /** The sandbox. */
    public Sandbox sandbox() {
        return sandbox;
    }

    /** Begins the world anew, for a project in a folder. */
    public void projectIn(Path folder) throws IOException {
        sandbox.reset();
        sandbox.faults().clear();
        Files.writeString(folder.resolve("agentctl.yaml"), "project: acme\njournal: file\ncluster: main\n");
    }

    /** What leads a process to the sandbox. */
    public Map<String, String> variables() {
        return Map.of(
                "AGENTCTL_ENDPOINT_URL", sandbox.endpoint().toString(),
                "AGENTCTL_CONTEXT", "sandbox",
                "LANG", "C.UTF-8");
    }

    /**
     * Starts the program in a terminal.
     *
     * @param more variables, in place of those that lead to the sandbox if they are the same
     */
    public ProgramWindow window(int columns, int rows, Path folder, Map<String, String> more, String... arguments)
            throws IOException, InterruptedException {
        Map<String, String> variables = new HashMap<>(variables());
        variables.putAll(more);
        return ProgramWindow.start(columns, rows, folder, variables, arguments);
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
