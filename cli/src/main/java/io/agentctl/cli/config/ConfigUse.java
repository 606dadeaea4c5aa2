package io.agentctl.cli.config;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code config use}. */
@Command(
        footer = {
            "agentctl config use sandbox",
            "agentctl config contexts        # which are there?",
        })
public final class ConfigUse implements Verb {

    private final UseCase<Request, Result> use;

    @Parameters(paramLabel = "NAME", description = "A context, as 'agentctl config contexts' lists it.")
    private String name;

    public ConfigUse(UseCase<Request, Result> use) {
        this.use = use;
    }

    /** Asks to make a context the current one. */
    public record Request(String name) {}

    /**
     * What was chosen.
     *
     * @param context the name
     * @param file where it was written
     */
    public record Result(String context, Path file) {}

    @Override
    public int call(Console console) {
        Result result = use.run(new Request(name), console.progress());
        console.print(Document.of(
                result, page -> page.line("Commands go to context " + result.context() + " (" + result.file() + ").")));
        return Exit.OK;
    }
}
