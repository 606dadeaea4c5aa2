package io.agentctl.cli.remote;

import java.util.List;

/**
 * A command that is run both ways.
 *
 * @param line what is typed after {@code agentctl}
 * @param before commands that are run before it, in this process, in a world that is begun anew
 * @param changes whether it changes the world, so that each way needs a world of its own
 */
record Example(String line, List<String> before, boolean changes) {

    /** Stands for an operation that is stopped half-way. */
    static final String INTERRUPTED = "(an operation is interrupted)";

    static Example looking(String line, String... before) {
        return new Example(line, List.of(before), false);
    }

    static Example changing(String line, String... before) {
        return new Example(line, List.of(before), true);
    }

    /** Whether it is an example of a verb, such as {@code ecs services}. */
    boolean of(String verb) {
        return line.equals(verb) || line.startsWith(verb + " ");
    }

    @Override
    public String toString() {
        return line;
    }
}
