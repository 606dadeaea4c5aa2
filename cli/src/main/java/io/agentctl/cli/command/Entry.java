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
    record Noun(String name, String description, Supplier<List<Entry>> entries) implements Entry {

        /** Those that people are told of: two underscores begin the name of what only programs call. */
        public List<Entry> listed() {
            return entries.get().stream()
                    .filter(entry -> !entry.name().startsWith("__"))
                    .toList();
        }
    }

    /**
     * A verb.
     *
     * @param verb made when the verb is used
     */
    record Leaf(String name, String description, Supplier<Verb> verb) implements Entry {}
}
