package io.agentctl.cli.shell;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.shell.Program.Ending;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.progress.Cancellation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Runs one command again and again, reading only: whatever it is, it changes nothing. */
record Watch(Desk desk, Session.Parts parts, SessionState state, CommandLines commands) {

    /** The header and the empty line below it, and the line where the cursor ends up. */
    private static final int TAKEN = 3;

    /** Runs until Ctrl-C; the exit code is 0. */
    int run(List<String> words, Duration pause) {
        CommandInterrupts interrupts = new CommandInterrupts(desk.talk());
        desk.listen(interrupts::press);
        interrupts.run(() -> {
            while (once(words, pause)) {
                parts.names().age();
            }
        });
        desk.listen(() -> {});
        return Exit.OK;
    }

    /** Interrupting the thread ends the pause, and a call that is under way. */
    private boolean once(List<String> words, Duration pause) {
        StringWriter screen = new StringWriter();
        PrintWriter writer = new PrintWriter(screen);
        Ending ending = parts.program()
                .run(words, state.usual().readOnly(), commands.here(writer, writer, Cancellation::never));
        if (ending.code() == ErrorCode.INTERRUPTED.exitCode()) {
            return false;
        }
        writer.flush();
        show(words, pause, screen.toString());
        return Cancellation.never().sleep(pause);
    }

    private void show(List<String> words, Duration pause, String text) {
        String header = "every " + pause.toString().substring(2).toLowerCase(java.util.Locale.ROOT) + ": "
                + String.join(" ", words) + "   "
                + LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS)
                + "   Ctrl-C ends it";
        List<String> lines = text.lines().toList();
        int room = desk.rows() == Integer.MAX_VALUE ? lines.size() : Math.max(1, desk.rows() - TAKEN);
        desk.clear();
        PrintWriter out = desk.out();
        out.println(Session.theme(desk, state.usual()).paint(Tone.FAINT, header));
        out.println();
        lines.stream().limit(room).forEach(out::println);
        out.flush();
    }
}
