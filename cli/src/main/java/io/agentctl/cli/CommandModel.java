package io.agentctl.cli;

import io.agentctl.cli.command.Entry;
import io.agentctl.cli.command.Entry.Leaf;
import io.agentctl.cli.command.Entry.Noun;
import io.agentctl.cli.option.GlobalOptions;
import io.agentctl.cli.wiring.Version;
import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Makes picocli's model of the commands. Each costs milliseconds, and there are dozens: so only those are made whose
 * name stands among the arguments, wherever that is. What help and suggestions say of the others is in the tree.
 */
final class CommandModel {

    private final GlobalOptions options;
    private final Predicate<String> wanted;

    private CommandModel(GlobalOptions options, Predicate<String> wanted) {
        this.options = options;
        this.wanted = wanted;
    }

    /** The model that suffices for these arguments. */
    static CommandLine forArguments(GlobalOptions options, Noun root, List<String> arguments) {
        return new CommandLine(new CommandModel(options, arguments::contains).root(root));
    }

    /** The whole model, for completion, the interactive session and tests. */
    static CommandLine whole(GlobalOptions options, Noun root) {
        return new CommandLine(new CommandModel(options, ignored -> true).root(root));
    }

    private CommandSpec root(Noun root) {
        CommandSpec spec = noun("", root).versionProvider(CommandModel::version);
        spec.addOption(OptionSpec.builder("-V", "--version")
                .type(boolean.class)
                .versionHelp(true)
                .description("Print the version and exit.")
                .build());
        options.addTo(spec);
        spec.usageMessage()
                .footer(
                        "agentctl sandbox start         # an AWS endpoint on this machine, to try things",
                        "agentctl config use sandbox    # commands go there from now on",
                        "agentctl config view           # every setting and where it comes from");
        return spec;
    }

    private CommandSpec spec(String above, Entry entry) {
        // A switch over types would have the JVM make a class for it, at every start.
        CommandSpec spec = entry instanceof Noun noun ? noun(above, noun) : verb((Leaf) entry);
        options.inherit(spec);
        return spec;
    }

    private static CommandSpec verb(Leaf leaf) {
        return described(CommandSpec.forAnnotatedObject(leaf.verb().get()), leaf);
    }

    private CommandSpec noun(String above, Noun noun) {
        String path = above + noun.name() + " ";
        CommandSpec spec = CommandSpec.wrapWithoutInspection(noun);
        for (Entry entry : noun.entries().get()) {
            if (wanted.test(entry.name())) {
                spec.addSubcommand(entry.name(), spec(path, entry));
            }
        }
        spec.usageMessage().footer(path + "VERB --help    # what a verb does and takes");
        return described(spec, noun);
    }

    private static CommandSpec described(CommandSpec spec, Entry entry) {
        spec.usageMessage().description(entry.description());
        return spec.name(entry.name());
    }

    /** The version in the jar's manifest. */
    private static String[] version() {
        return new String[] {"agentctl " + Version.OF_PROGRAM};
    }
}
