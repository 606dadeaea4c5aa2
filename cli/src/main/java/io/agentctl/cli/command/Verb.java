package io.agentctl.cli.command;

import io.agentctl.cli.terminal.Console;

/**
 * What a command does once its arguments are parsed. One class a verb: picocli fills its options in, its constructor
 * takes the use case that it runs, and {@link #call} runs it, prints the result and returns the exit code.
 */
@FunctionalInterface
public interface Verb {

    /**
     * Does the work.
     *
     * @param console where results, talk and questions go
     * @return the exit code; failures are thrown instead
     * @throws io.agentctl.control.error.AgentctlException with the code that decides the exit code
     */
    int call(Console console);
}
