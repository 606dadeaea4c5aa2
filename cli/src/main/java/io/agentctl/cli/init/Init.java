package io.agentctl.cli.init;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.project.DescribeAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code init}. */
@Command(
        footer = {
            "agentctl init --context sandbox                 # a project file for what the sandbox has",
            "agentctl init --dry-run                         # print it instead of writing it",
        })
public final class Init implements Verb {

    private static final String FILE = "agentctl.yaml";

    private final UseCase<DescribeAccount.Request, DescribeAccount.Result> describe;
    private final Path directory;

    @Option(names = "--force", description = "Overwrite an agentctl.yaml that is there.")
    private boolean force;

    public Init(UseCase<DescribeAccount.Request, DescribeAccount.Result> describe, Path directory) {
        this.describe = describe;
        this.directory = directory;
    }

    /**
     * What was written.
     *
     * @param file where
     * @param text what
     * @param written false with {@code --dry-run}
     */
    public record Result(Path file, String text, boolean written) {}

    @Override
    public int call(Console console) {
        Path file = directory.resolve(FILE);
        boolean write = !console.flags().consent().dryRun();
        if (write && Files.exists(file) && !force) {
            throw new AgentctlException(
                    ErrorCode.CONFLICT, file + " is there already", "Pass --force to overwrite it, or --dry-run.");
        }
        DescribeAccount.Result account = describe.run(new DescribeAccount.Request(), console.progress());
        Path name = directory.getFileName();
        String text = ProjectTemplate.of(account, name == null ? "agents" : name.toString());
        if (write) {
            write(file, text);
        }
        console.print(Document.of(
                new Result(file, text, write),
                page -> page.line(write ? "Wrote " + file + ". Look it over, then: agentctl ecs services" : text)));
        return Exit.OK;
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException failure) {
            throw new AgentctlException(
                    ErrorCode.FAILED, "cannot write " + file + ": " + failure.getMessage(), "", null, failure);
        }
    }
}
