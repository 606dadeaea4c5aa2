package io.agentctl.cli.command;

import java.util.List;
import java.util.function.Supplier;

/** A line of the command tree: enough for help to list it without making the command itself. */
public sealed interface Entry {

    /** What the user types. */
    String name();

    /** One line, for lists and as the first line of its own help. */
    String description();

    /**
     * A group of commands.
     *
     * @param entries made when the noun is used
     */
    record Noun(String name, String description, Supplier<List<Entry>> entries) implements Entry {}

    /**
     * A verb.
     *
     * @param verb made when the verb is used
     */
    record Leaf(String name, String description, Supplier<Verb> verb) implements Entry {}
}
