package io.agentctl.cli.policy;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.publishing.PolicyStatus;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code policy status}. */
@Command(
        footer = {
            "agentctl policy status --environment staging    # what is in force, and who enforces it",
            "agentctl policy status -o json --query upToDate",
        })
public final class PolicyStatusShow implements Verb {

    private final UseCase<String, PolicyStatus.Result> status;

    @Mixin
    private Environments environment = new Environments();

    public PolicyStatusShow(UseCase<String, PolicyStatus.Result> status) {
        this.status = status;
    }

    @Override
    public int call(Console console) {
        PolicyStatus.Result found = status.run(environment.name(), console.progress());
        console.print(Document.of(found, page -> layout(found, page)));
        return Exit.OK;
    }

    private static void layout(PolicyStatus.Result found, Page page) {
        if (found.generation() == 0) {
            page.line("Nothing was ever activated in " + found.environment() + ".");
        } else {
            page.line(
                    Tone.STRONG,
                    found.environment() + ", generation " + found.generation() + ", by " + found.actor()
                            + (found.reason().isEmpty() ? "" : ": " + found.reason()));
            page.line("In force: "
                    + found.policies().stream()
                            .map(policy -> policy.policy() + "@" + policy.version())
                            .collect(Collectors.joining(", ")));
            found.trial().ifPresent(trial -> page.line(Tone.WARNING, "Tried: " + trial));
        }
        page.line(found.upToDate() + " of " + Findings.count(found.runtimes().size(), "runtime", "runtimes")
                + " up to date.");
        InstancesPage.layout(found.runtimes(), page);
    }
}
