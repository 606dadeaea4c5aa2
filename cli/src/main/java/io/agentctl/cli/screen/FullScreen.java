package io.agentctl.cli.screen;

import java.util.function.Consumer;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.utils.InfoCmp.Capability;

/** A terminal that is a screen until it is closed; then it is as it was, also if the program is ended from outside. */
public final class FullScreen implements AutoCloseable {

    /** As xterm has them: what is pasted comes between two marks, so that it is not taken for keys. */
    private static final String MARK_PASTES = "\u001b[?2004h";

    private static final String PASTES_UNMARKED = "\u001b[?2004l";

    private final Terminal terminal;
    private final Attributes before;
    private final SignalHandler resizedBefore;
    private final Thread restore;
    private final KeyReader keys;

    private FullScreen(Terminal terminal, Consumer<Key> pressed, Runnable redraw) {
        this.terminal = terminal;
        this.before = terminal.enterRawMode();
        this.restore = new Thread(this::leave);
        Runtime.getRuntime().addShutdownHook(restore);
        this.resizedBefore = terminal.handle(Signal.WINCH, signal -> redraw.run());
        this.keys = new KeyReader(terminal, pressed, redraw);
    }

    /**
     * Makes it a screen and reads its keys.
     *
     * @param pressed hears of each key, on a thread of its own
     * @param redraw is run when everything is to be drawn anew, maybe in another size
     */
    public static FullScreen enter(Terminal terminal, Consumer<Key> pressed, Runnable redraw) {
        FullScreen screen = new FullScreen(terminal, pressed, redraw);
        screen.enter();
        return screen;
    }

    private void enter() {
        Attributes raw = terminal.getAttributes();
        // Ctrl-C and Ctrl-Z are keys: a program that stops on the spot leaves the terminal in a bad way.
        raw.setLocalFlag(LocalFlag.ISIG, false);
        terminal.setAttributes(raw);
        terminal.puts(Capability.enter_ca_mode);
        terminal.puts(Capability.cursor_invisible);
        terminal.writer().print(MARK_PASTES);
        terminal.flush();
        keys.start();
    }

    private void leave() {
        terminal.writer().print(PASTES_UNMARKED);
        terminal.puts(Capability.cursor_normal);
        terminal.puts(Capability.exit_ca_mode);
        terminal.flush();
        terminal.setAttributes(before);
    }

    @Override
    public void close() {
        keys.close();
        Runtime.getRuntime().removeShutdownHook(restore);
        terminal.handle(Signal.WINCH, resizedBefore);
        leave();
    }
}
