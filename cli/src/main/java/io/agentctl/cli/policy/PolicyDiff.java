package io.agentctl.cli.policy;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.authoring.ComparePolicies;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code policy diff}. */
@Command(
        footer = {
            "agentctl policy diff token-cap.yaml token-cap-new.yaml",
            "agentctl policy diff --detailed-exitcode a.yaml b.yaml     # exit with 2 if they differ",
        })
public final class PolicyDiff implements Verb {

    private final UseCase<ComparePolicies.Request, ComparePolicies.Result> compare;

    @Parameters(index = "0", paramLabel = "BEFORE", description = "A policy file.")
    private Path before;

    @Parameters(index = "1", paramLabel = "AFTER", description = "The file to compare with it.")
    private Path after;

    public PolicyDiff(UseCase<ComparePolicies.Request, ComparePolicies.Result> compare) {
        this.compare = compare;
    }

    @Override
    public int call(Console console) {
        ComparePolicies.Result result = compare.run(new ComparePolicies.Request(before, after), console.progress());
        console.print(Document.ofRows(result, "changes", page -> layout(result, page)));
        boolean pending = console.flags().waiting().detailedExitCode()
                && !result.changes().isEmpty();
        return pending ? Exit.PENDING : Exit.OK;
    }

    private static void layout(ComparePolicies.Result result, Page page) {
        if (result.changes().isEmpty()) {
            page.line("They mean the same.");
        }
        result.changes().forEach(change -> page.line(change.text()));
    }
}
