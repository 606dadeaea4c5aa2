package io.agentctl.cli.serve;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code serve runtime}. */
@Command(
        footer = {
            "agentctl serve runtime --config runtime.yaml",
            "agentctl serve runtime --environment staging --port 8081",
            "agentctl serve runtime --policies policies      # policies from files, no table",
            "agentctl serve runtime --detach                 # until 'agentctl runtime stop'",
        })
public final class ServeRuntime implements Verb {

    private final UseCase<Request, Result> serve;

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "The runtime's configuration; see docs/runtime.md.")
    private Path configuration;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            converter = PortConverter.class,
            description = "Where it listens on loopback; default: 8080.")
    private Integer port;

    @Option(names = "--environment", paramLabel = "NAME", description = "Whose policies it enforces.")
    private String environment;

    @Option(
            names = "--policies",
            paramLabel = "PATH",
            description = "Policy files or a folder, instead of the project's table.")
    private Path policies;

    @Option(names = "--detach", description = "Start it beside the terminal and return when it is ready.")
    private boolean detach;

    public ServeRuntime(UseCase<Request, Result> serve) {
        this.serve = serve;
    }

    /**
     * Asks for a runtime.
     *
     * @param configuration a file; without one a configuration is made of the rest
     */
    public record Request(
            Optional<Path> configuration,
            OptionalInt port,
            Optional<String> environment,
            Optional<Path> policies,
            boolean detach) {

        /** Whether nothing but a file is given. */
        boolean alone() {
            return port.isEmpty() && environment.isEmpty() && policies.isEmpty() && !detach;
        }
    }

    /**
     * How it ended or, detached, where it is.
     *
     * @param exitCode of the process; 0 for a detached one that is ready
     */
    public record Result(int exitCode, Optional<RuntimeState> runtime) {}

    @Override
    public int call(Console console) {
        Result result = serve.run(
                new Request(
                        Optional.ofNullable(configuration),
                        port == null ? OptionalInt.empty() : OptionalInt.of(port),
                        Optional.ofNullable(environment),
                        Optional.ofNullable(policies),
                        detach),
                console.progress());
        result.runtime()
                .ifPresent(state -> console.print(Document.of(state, page -> {
                    page.line("The runtime answers at " + state.url() + ", process " + state.pid() + ".");
                    page.line("  agentctl runtime health");
                    page.line("Stop it with 'agentctl runtime stop'.");
                })));
        return result.runtime().isPresent() ? Exit.OK : result.exitCode();
    }
}
