package io.agentctl.cli.shell;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.option.Flags;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.shell.Program.Ending;
import io.agentctl.cli.terminal.Interrupts;
import io.agentctl.cli.wiring.SignIn;
import io.agentctl.cli.wiring.Surroundings;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.settings.TargetFlags;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Runs the program's commands in a session: Ctrl-C ends them, expired credentials are renewed, and all is noted. */
final class CommandLines {

    private final Desk desk;
    private final Session.Parts parts;
    private final SessionState state;

    CommandLines(Desk desk, Session.Parts parts, SessionState state) {
        this.desk = desk;
        this.parts = parts;
        this.state = state;
    }

    /** Runs a command as it was typed. */
    Ending run(String line, List<String> words) {
        return run(line, words, state.usual());
    }

    /**
     * Runs a command.
     *
     * @param line as notes show it
     * @param usual the options that count where it does not say otherwise
     */
    Ending run(String line, List<String> words, Flags usual) {
        Ending ending = once(line, words, usual);
        while (ending.failure().filter(ErrorCode.NOT_SIGNED_IN::equals).isPresent() && renewed(ending.target())) {
            parts.program().forgetCredentials();
            ending = once(line, words, usual);
        }
        return ending;
    }

    private Ending once(String line, List<String> words, Flags usual) {
        Instant began = Instant.now();
        CommandOutput output = new CommandOutput(desk, desk::show);
        CommandInterrupts interrupts = new CommandInterrupts(output.talk());
        AtomicReference<Ending> ended = new AtomicReference<>(Session.ended(ErrorCode.INTERRUPTED.exitCode(), usual));
        desk.listen(interrupts::press);
        boolean whole = interrupts.run(
                () -> ended.set(parts.program().run(words, usual, here(output.out(), output.talk(), interrupts))));
        desk.listen(() -> {});
        if (whole) {
            output.finish();
        } else {
            output.mute();
            left(interrupts);
        }
        note(line, words, began, output, ended.get());
        return ended.get();
    }

    Surroundings here(PrintWriter out, PrintWriter talk, Interrupts interrupts) {
        Surroundings outside = parts.program().surroundings();
        return new Surroundings(
                outside.environment(),
                outside.directory(),
                outside.home(),
                desk.streams(),
                desk.answers(),
                out,
                talk,
                interrupts);
    }

    private void note(String line, List<String> words, Instant began, CommandOutput output, Ending ending) {
        ending.operations().forEach(operation -> state.changed(operation, ending.target()));
        if (ending.code() == Exit.OK) {
            forgetUndone(words);
        }
        if (!ending.operations().isEmpty()) {
            parts.names().age();
        }
        state.note(new Note(
                began,
                ending.target().context().orElseGet(this::contextName),
                parts.discretion().shown(line),
                ending.code(),
                Duration.between(began, Instant.now()),
                output.transcript(),
                ending.operations()));
    }

    private String contextName() {
        try {
            return state.place(parts.program()).context().name();
        } catch (RuntimeException unreadable) {
            return "?";
        }
    }

    private void left(CommandInterrupts interrupts) {
        desk.talk()
                .println(Session.theme(desk, state.usual())
                        .paint(
                                Tone.WARNING,
                                interrupts.listens()
                                        ? "Left while it was at work. 'ops list' shows what it began, 'ops resume'"
                                                + " finishes it, 'undo' puts it back."
                                        : "Cancelled."));
        desk.talk().flush();
    }

    /** Asks whether the user has signed in anew; nobody to ask is a no. */
    private boolean renewed(TargetFlags target) {
        if (!desk.streams().questions()) {
            return false;
        }
        desk.talk()
                .print("Sign in anew"
                        + signIn(target)
                                .map(command -> " by '" + command + "' in another window")
                                .orElse("") + ", here nothing is lost. Run it again now? [Y/n] ");
        desk.talk().flush();
        try {
            String answer = desk.answers().readLine();
            return answer != null && !answer.strip().toLowerCase(Locale.ROOT).startsWith("n");
        } catch (IOException nobody) {
            return false;
        }
    }

    private Optional<String> signIn(TargetFlags target) {
        try {
            Program program = parts.program();
            return SignIn.command(
                    program.settings(target), program.surroundings().environment());
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** After {@code ops undo ID} there is nothing left to put back of that operation. */
    private void forgetUndone(List<String> words) {
        List<String> undo = List.of("ops", "undo");
        if (words.size() > undo.size() && words.subList(0, undo.size()).equals(undo) && !words.contains("--dry-run")) {
            state.putBack(words);
        }
    }
}
