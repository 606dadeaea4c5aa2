package io.agentctl.cli.policy;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.publishing.PolicyHistory;
import io.agentctl.policies.document.PolicyId;
import io.agentctl.policies.store.VersionLine;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code policy history}. */
@Command(
        footer = {
            "agentctl policy history token-cap --environment staging",
            "agentctl policy history token-cap -n 5 -o json",
        })
public final class PolicyHistoryList implements Verb {

    private final UseCase<PolicyHistory.Request, PolicyHistory.Result> history;

    @Parameters(paramLabel = "ID", converter = PolicyIdConverter.class, description = "The policy.")
    private PolicyId policy;

    @Mixin
    private Environments environment = new Environments();

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            defaultValue = "20",
            description = "The most changes to list; default: 20.")
    private int limit;

    public PolicyHistoryList(UseCase<PolicyHistory.Request, PolicyHistory.Result> history) {
        this.history = history;
    }

    @Override
    public int call(Console console) {
        PolicyHistory.Result found = history.run(
                new PolicyHistory.Request(policy, environment.name(), Math.max(1, limit)), console.progress());
        console.print(Document.of(found, page -> layout(found, page)));
        return Exit.OK;
    }

    private static void layout(PolicyHistory.Result found, Page page) {
        page.table(
                found.versions(),
                List.of(
                        Column.number(
                                "VERSION",
                                version -> Long.toString(version.ref().number())),
                        Column.text("PUBLISHED", version -> second(version.at())),
                        Column.text("BY", VersionLine::actor),
                        Column.text("WHY", VersionLine::reason),
                        Column.wide("DIGEST", version -> version.ref().digest())));
        page.blank();
        page.line("In " + found.environment() + (found.changes().isEmpty() ? " it was never in force." : ":"));
        page.table(
                found.changes(),
                List.of(
                        Column.number("GENERATION", change -> Long.toString(change.generation())),
                        Column.text("IN FORCE", change -> change.inForce()
                                .map(number -> Long.toString(number))
                                .orElse("-")),
                        Column.text("TRIAL", change -> change.trial().orElse("-")),
                        Column.text("SINCE", change -> second(change.at())),
                        Column.text("BY", PolicyHistory.Entry::actor),
                        Column.text("WHY", PolicyHistory.Entry::reason)));
    }

    private static String second(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
