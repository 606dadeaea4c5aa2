package io.agentctl.cli.ops;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.remote.team.MadeToken;
import io.agentctl.control.remote.team.TeamDesk;
import io.agentctl.control.remote.team.TokenWish;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ops tokens create}. */
@Command(
        footer = {
            "agentctl ops tokens create ci --role operator --valid 90d | gh secret set AGENTCTL_TOKEN",
            "agentctl ops tokens create nightly --no-role    # grants to token:nightly say what it may",
        })
final class TokensCreate implements Verb {

    private final TeamDesk desk;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "1 to 64 lower-case letters, digits and hyphens.")
    private String name;

    @Option(
            names = "--role",
            split = ",",
            paramLabel = "ROLE",
            description = "viewer, operator, approver or admin, without limits; several separated by commas.")
    private List<Role> roles = List.of();

    @Option(names = "--no-role", description = "None of its own: grants to token:NAME say what it may.")
    private boolean none;

    @Option(
            names = "--valid",
            paramLabel = "TIME",
            defaultValue = "90d",
            description = "How long, at most 366d; default: 90d.")
    private Duration valid;

    /** What a token may be for. */
    enum Role {
        VIEWER,
        OPERATOR,
        APPROVER,
        ADMIN
    }

    TokensCreate(TeamDesk desk) {
        this.desk = desk;
    }

    @Override
    public int call(Console console) {
        if (roles.isEmpty() != none) {
            throw new ParameterException(spec.commandLine(), "say what the token may: --role ROLE, or --no-role");
        }
        List<String> words = roles.stream().map(RecordTree::word).toList();
        console.confirm(
                "Make a token " + name + " for " + (none ? "what is granted to it" : String.join(", ", words)) + "?");
        MadeToken made = desk.make(new TokenWish(name, words, valid));
        console.print(Document.of(made, page -> page.line(made.token())));
        console.say("This is told once: token " + name + ", " + TokenPage.roles(made.made()) + ", until "
                + made.made().expiresAt().truncatedTo(ChronoUnit.SECONDS)
                + ". Who has it sets AGENTCTL_TOKEN to it.");
        return Exit.OK;
    }
}
