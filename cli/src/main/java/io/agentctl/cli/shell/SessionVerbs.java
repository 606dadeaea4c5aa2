package io.agentctl.cli.shell;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.option.DurationConverter;
import io.agentctl.cli.shell.SessionState.Change;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.place.Place;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a session does of itself. */
final class SessionVerbs {

    private static final Duration USUAL_PAUSE = Duration.ofSeconds(5);

    private final Desk desk;
    private final Session.Parts parts;
    private final SessionState state;
    private final CommandLines commands;

    SessionVerbs(Desk desk, Session.Parts parts, SessionState state, CommandLines commands) {
        this.desk = desk;
        this.parts = parts;
        this.state = state;
        this.commands = commands;
    }

    /**
     * Runs one.
     *
     * @throws AgentctlException with what is wrong with it
     */
    int run(Reading reading, Words words) {
        SessionCommand command = reading.session().orElseThrow();
        List<String> rest = afterCommand(words.texts(), command);
        return switch (command) {
            case USE -> use(one(rest, command));
            case UNDO -> undo(rest);
            case WATCH -> watch(rest);
            case NOTES -> notes(one(rest, command));
            case HELP -> help(rest);
            case EXIT -> exit();
        };
    }

    private int use(String context) {
        parts.program().settings(state.usual().target()).user().context(context);
        state.use(context);
        parts.names().forget();
        parts.names().prefetch();
        return Exit.OK;
    }

    private int undo(List<String> rest) {
        Change last = state.lastChange()
                .orElseThrow(() -> new AgentctlException(
                        ErrorCode.NOT_FOUND,
                        "this session has changed nothing that is not put back already",
                        "'ops list' shows what others changed, 'ops undo ID' puts it back."));
        List<String> words =
                new ArrayList<>(List.of("ops", "undo", last.operation().toString()));
        words.addAll(rest);
        return commands.run(String.join(" ", words), words, state.usual().to(last.target()))
                .code();
    }

    private int watch(List<String> rest) {
        List<String> words = new ArrayList<>(rest);
        Duration pause = pause(words);
        if (words.isEmpty()) {
            throw usage("watch needs a command", "Such as: watch ecs services --every 10s");
        }
        return new Watch(desk, parts, state, commands).run(words, pause);
    }

    /** Takes the option out of the words. */
    private static Duration pause(List<String> words) {
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            String name = Grammar.EVERY.longestName();
            if (word.startsWith(name + "=")) {
                words.remove(at);
                return duration(word.substring(name.length() + 1));
            }
            if (word.equals(name)) {
                words.remove(at);
                return duration(at < words.size() ? words.remove(at) : "");
            }
        }
        return USUAL_PAUSE;
    }

    private static Duration duration(String text) {
        try {
            Duration pause = DurationConverter.parse(text);
            if (pause.toMillis() >= 1) {
                return pause;
            }
        } catch (RuntimeException unread) {
            throw usage("--every: '" + text + "' is not a duration such as 5s or 1m", "");
        }
        throw usage("--every: '" + text + "' is no pause", "");
    }

    private int notes(String name) {
        Path file = parts.program().surroundings().directory().resolve(name);
        String page = new NotesPage(ZoneId.systemDefault(), state::isPutBack)
                .markdown(Place.actor(), state.began(), state.notes());
        try {
            Files.writeString(file, page, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException there) {
            throw new AgentctlException(ErrorCode.USAGE, file + " is there already", "Name another file.", null, there);
        } catch (IOException unwritable) {
            throw new AgentctlException(
                    ErrorCode.FAILED,
                    "cannot write " + file + ": " + unwritable.getMessage(),
                    "Name another file.",
                    null,
                    unwritable);
        }
        desk.talk().println(state.notes().size() + " commands are noted in " + file + ".");
        desk.talk().flush();
        return Exit.OK;
    }

    private int help(List<String> rest) {
        Optional<SessionCommand> own = rest.size() == 1 ? SessionCommand.named(rest.getFirst()) : Optional.empty();
        if (own.isPresent()) {
            desk.show("Usage: " + SessionHelp.usage(own.get()) + "\n\n"
                    + own.get().description() + "\n");
            return Exit.OK;
        }
        if (rest.isEmpty()) {
            desk.show(SessionHelp.text());
        }
        List<String> words = new ArrayList<>(rest);
        words.add("--help");
        return commands.run("help " + String.join(" ", rest), words).code();
    }

    private int exit() {
        state.leave();
        return Exit.OK;
    }

    private static List<String> afterCommand(List<String> words, SessionCommand command) {
        return words.subList(words.indexOf(command.word()) + 1, words.size());
    }

    private static String one(List<String> rest, SessionCommand command) {
        if (rest.size() != 1) {
            throw usage(
                    "'" + command.word() + "' takes one word: " + command.parameters(),
                    "See 'help " + command.word() + "'.");
        }
        return rest.getFirst();
    }

    private static AgentctlException usage(String message, String advice) {
        return new AgentctlException(ErrorCode.USAGE, message, advice);
    }
}
