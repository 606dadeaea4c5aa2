package io.agentctl.cli.permissions;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.error.Suggestions;
import io.agentctl.control.permission.PolicyDocument;
import io.agentctl.control.permission.Role;
import io.agentctl.control.settings.Settings;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code config permissions}. */
@Command(
        footer = {
            "agentctl config permissions --for \"ecs scale\" --account 111122223333 > policy.json",
            "agentctl config permissions --for \"ecs rightsize\" --preview    # to look, and change nothing",
            "agentctl config permissions --for \"ecs scale\" -o table         # each action, where, and why",
            "agentctl config permissions --role operator --account 111122223333",
            "agentctl config permissions -o csv                             # everything, for a spreadsheet",
        })
public final class ConfigPermissions implements Verb {

    private static final List<String> ROLES =
            Arrays.stream(Role.values()).map(Role::title).toList();

    private final UseCase<ShowPermissions.Request, PermissionList> show;
    private final Supplier<Settings> settings;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--for",
            paramLabel = "COMMAND",
            description = "A command that will be run, such as \"ecs scale\", or a noun; may be repeated.")
    private List<String> commands = List.of();

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            completionCandidates = Roles.class,
            description =
                    "viewer, operator (beside viewer), runtime, governance-function, control-plane or scheduled-job.")
    private String role;

    @Option(names = "--preview", description = "Only what planning and --dry-run need: nothing that changes anything.")
    private boolean preview;

    @Option(
            names = "--part",
            paramLabel = "N",
            description = "Of a policy that is longer than IAM takes, the part of this number alone.")
    private Integer part;

    @Mixin
    private NameOptions names = new NameOptions();

    ConfigPermissions(UseCase<ShowPermissions.Request, PermissionList> show, Supplier<Settings> settings) {
        this.show = show;
        this.settings = settings;
    }

    /** What may be completed. */
    static final class Roles implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return ROLES.iterator();
        }
    }

    @Override
    public int call(Console console) {
        if (role != null && (!commands.isEmpty() || preview)) {
            throw new AgentctlException(
                    ErrorCode.USAGE,
                    "--role is for all of a role's work: it goes with neither --for nor --preview",
                    "");
        }
        PermissionList found = show.run(
                new ShowPermissions.Request(
                        commands,
                        Optional.ofNullable(role).map(ConfigPermissions::role),
                        preview,
                        names.names(settings.get())),
                console.progress());
        if (found.permissions().isEmpty()) {
            console.say("No permission is needed: " + String.join(", ", commands) + " calls nothing of AWS.");
            return Exit.OK;
        }
        if (isFormatNamed()) {
            console.print(Document.ofRows(found.contract(), "permissions", page -> table(found, page)));
            return Exit.OK;
        }
        String policy = policy(found.documents());
        console.print(Document.of(found.contract(), page -> policy.lines().forEach(page::line)));
        names.missing(settings.get()).ifPresent(console::say);
        if (part == null && found.documents().size() > 1) {
            console.say("It is longer than IAM takes, so it is a list of "
                    + found.documents().size() + " policies to be attached together; --part 1 prints the first alone.");
        }
        return Exit.OK;
    }

    private static Role role(String typed) {
        return Arrays.stream(Role.values())
                .filter(each -> each.title().equals(typed))
                .findFirst()
                .orElseThrow(() -> new AgentctlException(
                        ErrorCode.USAGE,
                        "there is no role '" + typed + "'",
                        (Suggestions.sentence(typed, ROLES) + " Roles: " + String.join(", ", ROLES) + ".").strip()));
    }

    /** Without a format the policy itself is printed, which is what IAM is given. */
    private boolean isFormatNamed() {
        for (CommandSpec each = spec; each != null; each = each.parent()) {
            if (each.commandLine().getParseResult() != null
                    && each.commandLine().getParseResult().hasMatchedOption("-o")) {
                return true;
            }
        }
        return false;
    }

    private String policy(List<PolicyDocument> documents) {
        if (part != null && (part < 1 || part > documents.size())) {
            throw new AgentctlException(
                    ErrorCode.USAGE, "the policy has " + documents.size() + " part(s), and no part " + part, "");
        }
        List<PolicyDocument> printed = part == null ? documents : List.of(documents.get(part - 1));
        return printed.size() == 1
                ? printed.getFirst().text()
                : printed.stream()
                        .map(document -> document.text().strip())
                        .collect(Collectors.joining(",\n", "[\n", "\n]"));
    }

    private static void table(PermissionList found, Page page) {
        page.table(
                found.permissions(),
                List.of(
                        Column.text("ACTION", PermissionList.Line::action),
                        Column.text("ACCESS", PermissionList.Line::access),
                        Column.text("RESOURCE", line -> String.join(" ", line.resources())),
                        Column.text("WHY", line -> why(line.commands()))));
    }

    private static String why(List<String> commands) {
        return commands.size() > 3
                ? String.join(", ", commands.subList(0, 3)) + " and " + (commands.size() - 3) + " more"
                : String.join(", ", commands);
    }
}
