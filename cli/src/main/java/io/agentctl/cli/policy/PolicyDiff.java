package io.agentctl.cli.policy;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.authoring.ComparePolicies;
import io.agentctl.control.authoring.NamedPolicy;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code policy diff}. */
@Command(
        footer = {
            "agentctl policy diff token-cap.yaml                        # with what is in force",
            "agentctl policy diff token-cap@4 --environment staging",
            "agentctl policy diff token-cap@3 token-cap@4",
            "agentctl policy diff token-cap.yaml token-cap-new.yaml",
            "agentctl policy diff --detailed-exitcode a.yaml b.yaml     # exit with 2 if they differ",
        })
public final class PolicyDiff implements Verb {

    private final UseCase<ComparePolicies.Request, ComparePolicies.Result> compare;

    @Parameters(
            paramLabel = "FILE|ID[@VERSION]",
            arity = "1..2",
            converter = NamedPolicyConverter.class,
            description = "A policy before and after; one alone is compared with what is in force.")
    private List<NamedPolicy> policies;

    @Mixin
    private Environments environment = new Environments();

    public PolicyDiff(UseCase<ComparePolicies.Request, ComparePolicies.Result> compare) {
        this.compare = compare;
    }

    @Override
    public int call(Console console) {
        Optional<NamedPolicy> before = policies.size() == 1 ? Optional.empty() : Optional.of(policies.getFirst());
        ComparePolicies.Result result = compare.run(
                new ComparePolicies.Request(before, policies.getLast(), environment.name()), console.progress());
        console.print(Document.ofRows(result, "changes", page -> layout(result, page)));
        boolean pending = console.flags().waiting().detailedExitCode()
                && !result.changes().isEmpty();
        return pending ? Exit.PENDING : Exit.OK;
    }

    private static void layout(ComparePolicies.Result result, Page page) {
        page.line(Tone.STRONG, result.before() + " " + page.theme().arrow() + " " + result.after());
        if (result.changes().isEmpty()) {
            page.line("They mean the same.");
        }
        result.changes().forEach(change -> page.line(change.text()));
    }
}
