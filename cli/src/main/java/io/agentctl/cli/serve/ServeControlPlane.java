package io.agentctl.cli.serve;

import io.agentctl.cli.command.Verb;
import io.agentctl.cli.process.ForegroundProcess;
import io.agentctl.cli.terminal.Console;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code serve control-plane}. */
@Command(
        footer = {
            "agentctl serve control-plane                               # for this machine, on port 8470",
            "agentctl serve control-plane --config control-plane.yaml   # for a team; see docs/control-plane.md",
            "agentctl --context prod serve control-plane                # working on that context",
        })
public final class ServeControlPlane implements Verb {

    private final ControlPlaneProgram program;
    private final Supplier<Map<String, String>> environment;

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "The control plane's configuration; see docs/control-plane.md.")
    private Path configuration;

    /** @param environment variables that lead it to where this command goes */
    public ServeControlPlane(ControlPlaneProgram program, Supplier<Map<String, String>> environment) {
        this.program = program;
        this.environment = environment;
    }

    @Override
    public int call(Console console) {
        return ForegroundProcess.run("the control plane", program.command(configuration), environment.get(), () -> {});
    }
}
