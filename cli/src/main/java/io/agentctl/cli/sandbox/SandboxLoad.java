package io.agentctl.cli.sandbox;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import java.nio.file.Path;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sandbox load}. */
@Command(
        footer = {
            "agentctl sandbox load my-world.yaml",
            "agentctl sandbox load my-world.yaml --seed 7",
        })
public final class SandboxLoad implements Verb {

    private final UseCase<Request, SandboxStatus> load;

    @Parameters(paramLabel = "FILE", description = "World in YAML; its CSV files are found beside it.")
    private Path world;

    @Option(names = "--seed", paramLabel = "N", description = "Seed instead of the world's own.")
    private Long seed;

    public SandboxLoad(UseCase<Request, SandboxStatus> load) {
        this.load = load;
    }

    /** Asks for another world; no seed for the world's own. */
    public record Request(Path world, OptionalLong seed) {}

    @Override
    public int call(Console console) {
        Request request = new Request(world, seed == null ? OptionalLong.empty() : OptionalLong.of(seed));
        SandboxStatus status = load.run(request, console.progress());
        console.print(Document.of(status, status::layout));
        return Exit.OK;
    }
}
