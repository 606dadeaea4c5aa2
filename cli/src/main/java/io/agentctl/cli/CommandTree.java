package io.agentctl.cli;

import io.agentctl.cli.command.Entry;
import io.agentctl.cli.command.Entry.Leaf;
import io.agentctl.cli.command.Entry.Noun;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.config.ConfigContexts;
import io.agentctl.cli.config.ConfigUse;
import io.agentctl.cli.config.ConfigView;
import java.util.List;
import java.util.function.Supplier;

/**
 * Every command, with the use case that it runs. To add a verb: write its class, and a line here. Nothing in this table
 * is made until the command is named on the command line.
 */
final class CommandTree {

    private final Composition make;

    CommandTree(Composition make) {
        this.make = make;
    }

    /** The program itself, with the nouns in the order in which help lists them. */
    Noun root() {
        return noun(
                "agentctl", "Operates an agent runtime on AWS: looks, plans, applies, verifies, undoes.", this::nouns);
    }

    private List<Entry> nouns() {
        return List.of(
                noun("sandbox", "An AWS endpoint on this machine, to try, rehearse and test.", this::sandbox),
                noun("config", "Where commands go, and why.", this::config));
    }

    private List<Entry> sandbox() {
        return List.of();
    }

    private List<Entry> config() {
        return List.of(
                verb("view", "Print every setting and where it comes from.", () -> new ConfigView(make.viewSettings())),
                verb(
                        "contexts",
                        "List the places that commands can go to.",
                        () -> new ConfigContexts(make.listContexts())),
                verb("use", "Choose where commands go from now on.", () -> new ConfigUse(make.useContext())));
    }

    private static Noun noun(String name, String description, Supplier<List<Entry>> entries) {
        return new Noun(name, description, entries);
    }

    private static Leaf verb(String name, String description, Supplier<Verb> verb) {
        return new Leaf(name, description, verb);
    }
}
