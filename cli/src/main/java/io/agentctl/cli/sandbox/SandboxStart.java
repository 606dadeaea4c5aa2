package io.agentctl.cli.sandbox;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sandbox start}. */
@Command(
        footer = {
            "agentctl sandbox start",
            "agentctl sandbox start --seed 7 --port 4600",
            "agentctl sandbox start --world my-world.yaml",
        })
public final class SandboxStart implements Verb {

    private final UseCase<Request, SandboxStatus> start;
    private final Optional<String> usualEngine;

    @Option(names = "--port", paramLabel = "PORT", description = "Loopback port; any free one if not given.")
    private int port;

    @Option(names = "--world", paramLabel = "FILE", description = "World to simulate instead of the built-in one.")
    private Path world;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the world; the same seed gives the same world.")
    private Long seed;

    @Option(
            names = "--dynamodb-local",
            paramLabel = "FILE|URL",
            description =
                    "Amazon's DynamoDB Local, where the program came without it; fetched from Maven Central once if not"
                            + " given.")
    private String engine;

    /**
     * Makes the verb.
     *
     * @param usualEngine where DynamoDB Local comes from if the command line does not say
     */
    public SandboxStart(UseCase<Request, SandboxStatus> start, Optional<String> usualEngine) {
        this.start = start;
        this.usualEngine = usualEngine;
    }

    /**
     * What to start.
     *
     * @param port 0 for any that is free
     * @param world nothing for the built-in one
     * @param seed nothing for the world's own
     * @param dynamoDbLocal a file or a URL; nothing for Maven Central
     */
    public record Request(int port, Optional<Path> world, OptionalLong seed, Optional<String> dynamoDbLocal) {}

    @Override
    public int call(Console console) {
        Request request = new Request(
                port,
                Optional.ofNullable(world).map(Path::toAbsolutePath),
                seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
                engine == null ? usualEngine : Optional.of(engine));
        SandboxStatus status = start.run(request, console.progress());
        console.print(Document.of(status, page -> {
            status.layout(page);
            page.blank();
            page.line("Send commands there with --context sandbox, or for good:");
            page.line("  agentctl config use sandbox");
            page.line("  agentctl ecs services");
            page.line("Stop it with 'agentctl sandbox stop'.");
        }));
        return Exit.OK;
    }
}
