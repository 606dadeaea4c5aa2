package io.agentctl.cli.policy;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.authoring.WritePolicy;
import java.nio.file.Path;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code policy init}. */
@Command(
        footer = {
            "agentctl policy init                            # what a runtime may be asked for at all",
            "agentctl policy init token-cap                  # another of the library's policies",
            "agentctl policy init token-cap --dry-run        # print it instead of writing it",
        })
public final class PolicyInit implements Verb {

    private final UseCase<WritePolicy.Request, WritePolicy.Result> write;
    private final Supplier<Path> projectPolicies;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            defaultValue = "base-intents",
            description = "A policy of the library; default: base-intents.")
    private String name;

    @Option(names = "--folder", paramLabel = "PATH", description = "Where to; default: the project's policies.")
    private Path folder;

    @Option(names = "--force", description = "Overwrite a file that is there.")
    private boolean force;

    public PolicyInit(UseCase<WritePolicy.Request, WritePolicy.Result> write, Supplier<Path> projectPolicies) {
        this.write = write;
        this.projectPolicies = projectPolicies;
    }

    @Override
    public int call(Console console) {
        boolean print = console.flags().consent().dryRun();
        WritePolicy.Result result = write.run(
                new WritePolicy.Request(name, folder == null ? projectPolicies.get() : folder, !print, force),
                console.progress());
        console.print(Document.of(result, page -> {
            if (print) {
                page.line(result.text().stripTrailing());
            } else {
                page.line("Wrote " + result.file() + ", and " + result.schema().getFileName()
                        + " beside it, by which editors complete and check it. Look it over, then:");
                page.line("  agentctl policy test " + result.file());
            }
        }));
        return Exit.OK;
    }
}
