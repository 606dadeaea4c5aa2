package io.agentctl.cli.slo;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.alarms.document.ShippedMonitoring;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code slo init}. */
@Command(
        footer = {
            "agentctl slo init              # the project's file, slos.yaml unless agentctl.yaml says otherwise",
            "agentctl slo init --dry-run    # print it instead of writing it",
        })
public final class SloInit implements Verb {

    private final Supplier<Path> place;

    @Option(names = "--force", description = "Overwrite a file that is there.")
    private boolean force;

    public SloInit(Supplier<Path> place) {
        this.place = place;
    }

    /**
     * What was written.
     *
     * @param written false with {@code --dry-run}
     */
    private record Result(Path file, String text, boolean written) {}

    @Override
    public int call(Console console) {
        Path given = place.get();
        Path file = Files.isDirectory(given) ? given.resolve("runtime.yaml") : given;
        boolean write = !console.flags().consent().dryRun();
        if (write && Files.exists(file) && !force) {
            throw new AgentctlException(
                    ErrorCode.CONFLICT, file + " is there already", "Pass --force to overwrite it, or --dry-run.");
        }
        String text = ShippedMonitoring.text().text();
        if (write) {
            write(file, text);
        }
        console.print(Document.of(
                new Result(file, text, write),
                page -> page.line(write ? "Wrote " + file + ". Look it over, then: agentctl slo status" : text)));
        return Exit.OK;
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new AgentctlException(
                    ErrorCode.FAILED, "cannot write " + file + ": " + failure.getMessage(), "", null, failure);
        }
    }
}
