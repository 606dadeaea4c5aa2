package io.agentctl.cli.shell;

import io.agentctl.cli.completion.NameKind;
import java.util.Arrays;
import java.util.Optional;

/** What only a session understands; all else are the program's own commands. */
enum SessionCommand {
    USE("use", "CONTEXT", "Go to another context, for this session alone."),
    UNDO("undo", "", "Put back what this session changed last; asks first."),
    WATCH("watch", "COMMAND [--every 5s]", "Run a command again and again, reading only, until Ctrl-C."),
    NOTES("notes", "FILE", "Write what was done here as Markdown, for whoever takes over."),
    HELP("help", "[COMMAND]", "How a command is used; F1 shows it while one is typed."),
    EXIT("exit", "", "Leave; so does Ctrl-D.");

    private final String word;
    private final String parameters;
    private final String description;

    SessionCommand(String word, String parameters, String description) {
        this.word = word;
        this.parameters = parameters;
        this.description = description;
    }

    static Optional<SessionCommand> named(String word) {
        return Arrays.stream(values())
                .filter(command -> command.word.equals(word))
                .findFirst();
    }

    String word() {
        return word;
    }

    /** What follows the word. */
    String parameters() {
        return parameters;
    }

    String description() {
        return description;
    }

    /** How many words may follow that are no command. */
    int mostParameters() {
        return switch (this) {
            case USE, NOTES -> 1;
            case UNDO, WATCH, HELP, EXIT -> 0;
        };
    }

    /** What the word after it names. */
    Optional<NameKind> names() {
        return switch (this) {
            case USE -> Optional.of(NameKind.CONTEXT);
            case NOTES -> Optional.of(NameKind.FILE);
            case UNDO, WATCH, HELP, EXIT -> Optional.empty();
        };
    }

    /** True if a command of the program follows. */
    boolean takesCommand() {
        return this == WATCH || this == HELP;
    }
}
