package io.agentctl.cli.policy;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.publishing.ListPolicies;
import java.time.temporal.ChronoUnit;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code policy list}. */
@Command(
        footer = {
            "agentctl policy list",
            "agentctl policy list --environment staging -o json",
        })
public final class PolicyList implements Verb {

    private final UseCase<String, ListPolicies.Result> list;

    @Mixin
    private Environments environment = new Environments();

    public PolicyList(UseCase<String, ListPolicies.Result> list) {
        this.list = list;
    }

    @Override
    public int call(Console console) {
        ListPolicies.Result found = list.run(environment.name(), console.progress());
        console.print(Document.ofRows(
                found,
                "policies",
                page -> page.table(
                        found.policies(),
                        List.of(
                                Column.text("POLICY", line -> line.policy().value()),
                                Column.number("NEWEST", line -> Long.toString(line.newest())),
                                Column.number("IN FORCE", line -> line.inForce()
                                        .map(number -> Long.toString(number))
                                        .orElse("-")),
                                Column.number("TRIED", line -> line.tried()
                                        .map(number -> Long.toString(number))
                                        .orElse("-")),
                                Column.text("OWNER", ListPolicies.Line::owner),
                                Column.wide("PUBLISHED BY", ListPolicies.Line::actor),
                                Column.wide("PUBLISHED", line -> line.at()
                                        .truncatedTo(ChronoUnit.SECONDS)
                                        .toString())))));
        if (found.policies().isEmpty()) {
            console.say("No policies. 'agentctl policy publish' makes the first versions.");
        }
        return Exit.OK;
    }
}
