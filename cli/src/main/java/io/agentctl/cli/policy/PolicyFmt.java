package io.agentctl.cli.policy;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.authoring.FormatPolicies;
import io.agentctl.control.error.ErrorCode;
import java.nio.file.Path;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code policy fmt}. */
@Command(
        footer = {
            "agentctl policy fmt                             # lay out the project's policies",
            "agentctl policy fmt --check policies            # exit with 3 if a file is laid out otherwise",
            "agentctl policy fmt --dry-run token-cap.yaml    # print it instead of writing it",
        })
public final class PolicyFmt implements Verb {

    private final UseCase<FormatPolicies.Request, FormatPolicies.Result> format;
    private final Supplier<Path> projectPolicies;

    @Mixin
    private PolicyArguments policies = new PolicyArguments();

    @Option(names = "--check", description = "Write nothing; exit with 3 if a file is laid out otherwise.")
    private boolean check;

    public PolicyFmt(UseCase<FormatPolicies.Request, FormatPolicies.Result> format, Supplier<Path> projectPolicies) {
        this.format = format;
        this.projectPolicies = projectPolicies;
    }

    @Override
    public int call(Console console) {
        boolean print = console.flags().consent().dryRun();
        FormatPolicies.Result result = format.run(
                new FormatPolicies.Request(policies.filesOr(projectPolicies), !check && !print), console.progress());
        console.print(Document.ofRows(result, "files", page -> layout(result, print, page)));
        return check && !result.changed().isEmpty() ? ErrorCode.VERDICT_NO.exitCode() : Exit.OK;
    }

    private void layout(FormatPolicies.Result result, boolean print, Page page) {
        if (print) {
            result.files().forEach(file -> page.line(file.text().stripTrailing()));
            return;
        }
        result.changed().forEach(file -> page.line((check ? "would change " : "changed ") + file.file()));
        if (result.changed().isEmpty()) {
            page.line(Findings.count(result.files().size(), "file is", "files are") + " laid out as they should be");
        }
    }
}
