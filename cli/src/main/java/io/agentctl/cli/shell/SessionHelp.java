package io.agentctl.cli.shell;

import java.util.Locale;

/** What help says of the session itself. */
final class SessionHelp {

    private SessionHelp() {}

    /** How a session's command is used. */
    static String usage(SessionCommand command) {
        return (command.word() + " " + command.parameters()).strip();
    }

    /** The session's commands and keys, before those of the program. */
    static String text() {
        StringBuilder text = new StringBuilder("In a session:\n");
        for (SessionCommand command : SessionCommand.values()) {
            text.append(line(usage(command), command.description()));
        }
        text.append(line("COMMAND ?", "The help of a command."));
        text.append("\nKeys:\n");
        text.append(line("Tab", "Complete; again to choose."));
        text.append(line("F1", "The help of what is being typed."));
        text.append(line("Up, Down, Ctrl-R", "Past lines, and searching them."));
        text.append(line("Ctrl-C", "Cancel the command that runs, or the line that is typed."));
        text.append(line("Ctrl-D", "Leave."));
        text.append(line("\\ at the end", "Go on in the next line; so does a quote that is open."));
        return text.append('\n').toString();
    }

    private static String line(String label, String description) {
        return String.format(Locale.ROOT, "  %-30s%s%n", label, description);
    }
}
