package io.agentctl.cli.policy;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.authoring.CheckPolicies;
import io.agentctl.control.error.ErrorCode;
import java.nio.file.Path;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code policy check}. */
@Command(
        footer = {
            "agentctl policy check                           # all policies of the project",
            "agentctl policy check policies/token-cap.yaml",
            "agentctl policy check policies -o jsonl         # a finding a line, for editors and pipelines",
        })
public final class PolicyCheck implements Verb {

    private final UseCase<CheckPolicies.Request, CheckPolicies.Result> check;
    private final Supplier<Path> projectPolicies;

    @Mixin
    private PolicyArguments policies = new PolicyArguments();

    public PolicyCheck(UseCase<CheckPolicies.Request, CheckPolicies.Result> check, Supplier<Path> projectPolicies) {
        this.check = check;
        this.projectPolicies = projectPolicies;
    }

    @Override
    public int call(Console console) {
        CheckPolicies.Result result =
                check.run(new CheckPolicies.Request(policies.filesOr(projectPolicies)), console.progress());
        console.print(Document.ofRows(result, "diagnostics", page -> layout(result, page)));
        return result.sound() ? Exit.OK : ErrorCode.BAD_DOCUMENT.exitCode();
    }

    private static void layout(CheckPolicies.Result result, Page page) {
        Findings.layout(result.diagnostics(), page);
        long bad =
                result.policies().stream().filter(policy -> policy.errors() > 0).count();
        String all = Findings.count(result.policies().size(), "policy", "policies");
        if (bad == 0) {
            int tests = result.policies().stream()
                    .mapToInt(CheckPolicies.Checked::tests)
                    .sum();
            page.line(
                    Tone.GOOD,
                    page.theme().tick() + " " + all + " checked, "
                            + Findings.count(tests, "test passes", "tests pass"));
        } else {
            page.line(Tone.BAD, bad + " of " + all + " would be refused");
        }
    }
}
