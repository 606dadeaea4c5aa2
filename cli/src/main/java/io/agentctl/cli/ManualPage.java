package io.agentctl.cli;

import io.agentctl.cli.CommandText.Item;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The manual page of a command: what its help says, as {@code man} wants it. The program's own page has besides what
 * counts for all commands.
 */
final class ManualPage {

    /** As the README has them. */
    static final Map<Integer, String> EXIT_STATUS = new TreeMap<>(Map.ofEntries(
            Map.entry(0, "Done, or nothing to do."),
            Map.entry(1, "Failed."),
            Map.entry(2, "Changes are pending (only with --detailed-exitcode)."),
            Map.entry(3, "The verdict is no: a threshold, budget, objective or policy test was missed."),
            Map.entry(4, "Applied, found bad, rolled back."),
            Map.entry(5, "Gave up waiting; the operation goes on."),
            Map.entry(64, "Usage: the command line is wrong."),
            Map.entry(65, "A document that was read is bad."),
            Map.entry(69, "AWS, a control plane or a target cannot be reached."),
            Map.entry(70, "A bug of agentctl."),
            Map.entry(75, "Throttled; try again."),
            Map.entry(77, "Not allowed, or not signed in."),
            Map.entry(78, "The configuration is bad."),
            Map.entry(130, "Interrupted.")));

    private static final List<Item> ENVIRONMENT = List.of(
            new Item(
                    "AGENTCTL_CONTEXT, AGENTCTL_PROFILE, AGENTCTL_REGION, AGENTCTL_ENDPOINT_URL",
                    "Count where the option of that name is not given, before what files say."),
            new Item("AGENTCTL_PROJECT", "The project's name, before that in the project file."),
            new Item("AGENTCTL_TOKEN", "A token for the control plane of the context."),
            new Item("AGENTCTL_RUNTIME_TOKEN", "A token for the runtime that is dispatched to."),
            new Item("AGENTCTL_DYNAMODB_LOCAL", "Where the sandbox gets DynamoDB Local from: a file or an address."),
            new Item("AGENTCTL_RELEASES", "Where 'agentctl version --check' asks for the newest version."),
            new Item("AWS_PROFILE, AWS_REGION, AWS_ACCESS_KEY_ID, ...", "As AWS's own tools read them."),
            new Item("NO_COLOR, CLICOLOR_FORCE", "No colour at all; colour where there is no terminal too."));

    private static final List<Item> FILES = List.of(
            new Item(
                    "agentctl.yaml",
                    "The project: looked for in the working directory and above it; 'agentctl init' writes one."),
            new Item("~/.config/agentctl/config.yaml", "Contexts, and which one counts."),
            new Item("~/.local/state/agentctl", "Journals that are kept in files; what the sandbox has."),
            new Item("~/.cache/agentctl", "What can be fetched or computed again."));

    private final Roff roff = new Roff();
    private final CommandSpec spec;

    private ManualPage(CommandSpec spec) {
        this.spec = spec;
    }

    /** What it is called, such as {@code agentctl-ecs-rightsize}. */
    static String name(CommandSpec spec) {
        return spec.qualifiedName("-");
    }

    /**
     * The page as roff; the same model gives the same text.
     *
     * @param version the program's
     * @param date when the program was made
     */
    static String of(CommandSpec spec, String version, LocalDate date) {
        ManualPage page = new ManualPage(spec);
        page.roff.title(name(spec), date.toString(), "agentctl " + version);
        page.write();
        return page.roff.toString();
    }

    private void write() {
        List<String> description = List.of(spec.usageMessage().description());
        roff.section("NAME");
        roff.line(Roff.plain(name(spec)) + " \\- " + Roff.plain(gist(description.getFirst())));
        roff.section("SYNOPSIS");
        roff.line(Roff.typed(CommandText.synopsis(spec)));
        roff.section("DESCRIPTION");
        description.forEach(line -> roff.line(Roff.plain(line)));
        items("PARAMETERS", CommandText.parameters(spec));
        items("OPTIONS", CommandText.options(spec));
        commands();
        boolean root = spec.parent() == null;
        if (root) {
            whatCountsForAll();
        } else {
            roff.paragraph("Options, environment and exit status that all commands share are in "
                    + reference("agentctl") + ".");
        }
        if (spec.usageMessage().footer().length > 0) {
            roff.section("EXAMPLES").example(List.of(spec.usageMessage().footer()));
        }
        if (!root) {
            roff.section("SEE ALSO");
            roff.line(seeAlso().stream().map(ManualPage::reference).collect(Collectors.joining(",\n")));
        }
    }

    /** By the custom of whatis(1): no capital and no full stop. */
    private static String gist(String sentence) {
        String gist = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        boolean word = gist.length() > 1 && Character.isLowerCase(gist.charAt(1));
        return word ? Character.toLowerCase(gist.charAt(0)) + gist.substring(1) : gist;
    }

    private void items(String heading, List<Item> items) {
        if (!items.isEmpty()) {
            roff.section(heading);
            items.forEach(item -> roff.item(Roff.typed(item.label().strip()), Roff.plain(item.description())));
        }
    }

    private void commands() {
        List<Item> commands = CommandText.commands(spec);
        if (!commands.isEmpty()) {
            roff.section("COMMANDS");
            commands.forEach(
                    item -> roff.item(reference(name(spec) + "-" + item.label()), Roff.plain(item.description())));
        }
    }

    private void whatCountsForAll() {
        roff.section("EXIT STATUS");
        EXIT_STATUS.forEach((code, meaning) -> roff.item(Roff.bold(Integer.toString(code)), Roff.plain(meaning)));
        roff.section("ENVIRONMENT");
        ENVIRONMENT.forEach(item -> roff.item(Roff.bold(item.label()), Roff.plain(item.description())));
        roff.section("FILES");
        FILES.forEach(item -> roff.item(Roff.bold(item.label()), Roff.plain(item.description())));
    }

    /** What stands above it, and beside it. */
    private List<String> seeAlso() {
        CommandSpec above = spec.parent();
        List<String> pages = new ArrayList<>();
        if (above.parent() != null) {
            pages.add("agentctl");
            pages.add(name(above));
            CommandText.commands(above).stream()
                    .map(item -> name(above) + "-" + item.label())
                    .filter(name -> !name.equals(name(spec)))
                    .forEach(pages::add);
        } else {
            pages.add("agentctl");
        }
        return pages;
    }

    private static String reference(String page) {
        return Roff.bold(page) + "(1)";
    }
}
