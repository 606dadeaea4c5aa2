package io.agentctl.cli.terminal;

import io.agentctl.cli.option.Flags.ConsentFlags;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * Asks before something is changed.
 *
 * @param consent what the user has allowed beforehand
 * @param terminal whether somebody can be asked
 * @param talk where questions are written
 * @param answers where answers come from
 */
record Questions(ConsentFlags consent, boolean terminal, PrintWriter talk, BufferedReader answers) {

    void confirm(String question) {
        if (needed()) {
            String answer = ask(question + " [y/N] ").toLowerCase(Locale.ROOT);
            if (!answer.equals("y") && !answer.equals("yes")) {
                throw declined();
            }
        }
    }

    void confirmByName(String what, String name) {
        if (needed()) {
            talk.println(what);
            if (!ask("This cannot be undone. Type " + name + " to go on: ").equals(name)) {
                throw declined();
            }
        }
    }

    private boolean needed() {
        if (consent.readOnly()) {
            throw new AgentctlException(
                    ErrorCode.READ_ONLY, "--read-only was given, so nothing is changed", "Leave --read-only out.");
        }
        if (consent.yes()) {
            return false;
        }
        if (consent.noInput() || !terminal) {
            throw new AgentctlException(
                    ErrorCode.USAGE,
                    consent.noInput()
                            ? "a change must be confirmed, and --no-input was given"
                            : "a change must be confirmed, and stdin is not a terminal",
                    "Pass --yes to change without being asked. Nothing was changed.");
        }
        return true;
    }

    private String ask(String question) {
        talk.print(question);
        talk.flush();
        try {
            String answer = answers.readLine();
            return answer == null ? "" : answer.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AgentctlException declined() {
        return new AgentctlException(ErrorCode.FAILED, "not confirmed", "Nothing was changed.");
    }
}
