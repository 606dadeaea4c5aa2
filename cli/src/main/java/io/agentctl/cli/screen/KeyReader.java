package io.agentctl.cli.screen;

import java.io.IOError;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jline.keymap.BindingReader;
import org.jline.keymap.KeyMap;
import org.jline.reader.EndOfFileException;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;

/** Makes keys of what a terminal sends, until it is stopped: the terminal may go on without it. */
public final class KeyReader implements Runnable, AutoCloseable {

    /** How long after an escape the rest of a key's sequence may come; so late is the Escape key answered. */
    private static final long REST_MILLIS = 25;

    /** How long after that the rest may still come over a slow line: nobody types it so fast. */
    private static final long LATE_NANOS = 120_000_000;

    /** How often it looks whether it is stopped. */
    private static final long LOOK_MILLIS = 250;

    private static final String REDRAW = "\f";
    private static final String PASTE = "\u001b[200~";
    private static final String PASTE_ENDS = "\u001b[201~";

    /** What is pasted beyond this is no text that somebody meant to type. */
    private static final int LONGEST_PASTE = 1000;

    /** What follows an escape in the sequences of keys. */
    private static final Set<String> LATE_SEQUENCES = Set.of("[", "O");

    private final Consumer<Key> pressed;
    private final Runnable redraw;
    private final BindingReader reader;
    private final KeyMap<Key.Name> keys = new KeyMap<>();
    private final Thread thread;
    private boolean escaped;
    private long escapedAt;
    private volatile boolean stopped;

    /**
     * Prepares it.
     *
     * @param pressed hears of each key, on a thread of its own
     * @param redraw is run when everything is to be drawn anew
     */
    public KeyReader(Terminal terminal, Consumer<Key> pressed, Runnable redraw) {
        this.pressed = pressed;
        this.redraw = redraw;
        this.reader = new BindingReader(terminal.reader());
        keys.setAmbiguousTimeout(REST_MILLIS);
        keys.setUnicode(Key.Name.CHARACTER);
        keys.setNomatch(Key.Name.UNKNOWN);
        keys.bind(Key.Name.CHARACTER, KeyMap.range(" -~"));
        keys.bind(Key.Name.ENTER, "\r", "\n");
        keys.bind(Key.Name.ESCAPE, KeyMap.esc());
        keys.bind(Key.Name.BACKSPACE, KeyMap.del(), KeyMap.ctrl('H'));
        keys.bind(Key.Name.TAB, "\t");
        keys.bind(Key.Name.INTERRUPT, KeyMap.ctrl('C'), KeyMap.ctrl('D'));
        keys.bind(Key.Name.UNKNOWN, REDRAW);
        keys.bind(Key.Name.PASTED, PASTE);
        // A terminal may be in either mode for its arrows, whatever its description says.
        bind(terminal, Key.Name.UP, Capability.key_up, "\u001b[A", "\u001bOA");
        bind(terminal, Key.Name.DOWN, Capability.key_down, "\u001b[B", "\u001bOB");
        bind(terminal, Key.Name.LEFT, Capability.key_left, "\u001b[D", "\u001bOD");
        bind(terminal, Key.Name.RIGHT, Capability.key_right, "\u001b[C", "\u001bOC");
        bind(terminal, Key.Name.PAGE_UP, Capability.key_ppage, "\u001b[5~");
        bind(terminal, Key.Name.PAGE_DOWN, Capability.key_npage, "\u001b[6~");
        bind(terminal, Key.Name.BACK_TAB, Capability.key_btab, "\u001b[Z");
        this.thread = Thread.ofPlatform().daemon().name("keys").unstarted(this);
    }

    private void bind(Terminal terminal, Key.Name name, Capability capability, String... sequences) {
        keys.bind(name, sequences);
        String own = KeyMap.key(terminal, capability);
        if (own != null) {
            keys.bind(name, own);
        }
    }

    /** Begins to read. */
    public void start() {
        thread.start();
    }

    /** Stops, and waits until it has: the next key is somebody else's. */
    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        Key.Name name = next();
        while (name != null) {
            if (REDRAW.equals(reader.getLastBinding())) {
                redraw.run();
            } else {
                pressed.accept(key(name));
            }
            name = next();
        }
        if (!stopped) {
            pressed.accept(Key.of(Key.Name.INTERRUPT));
        }
    }

    private Key key(Key.Name name) {
        String typed = reader.getLastBinding();
        boolean late = escaped && System.nanoTime() - escapedAt < LATE_NANOS;
        escaped = name == Key.Name.ESCAPE;
        escapedAt = System.nanoTime();
        return switch (name) {
            case CHARACTER -> late && LATE_SEQUENCES.contains(typed) ? Key.of(restOf(typed)) : Key.character(typed);
            case PASTED -> Key.pasted(pasted());
            default -> Key.of(name);
        };
    }

    /** The key whose escape was answered as the Escape key, for the rest came late. */
    private Key.Name restOf(String begun) {
        StringBuilder sequence = new StringBuilder("\u001b").append(begun);
        int next = reader.peekCharacter(LOOK_MILLIS) < 0 ? -1 : reader.readCharacter();
        while (next >= 0) {
            sequence.appendCodePoint(next);
            if (Character.isLetter(next) || next == '~') {
                break;
            }
            next = reader.peekCharacter(REST_MILLIS) < 0 ? -1 : reader.readCharacter();
        }
        return Objects.requireNonNullElse(keys.getBound(sequence), Key.Name.UNKNOWN);
    }

    /** All up to the mark that ends it, of which the first part is kept. */
    private String pasted() {
        StringBuilder text = new StringBuilder();
        int next = reader.readCharacter();
        while (next >= 0) {
            text.appendCodePoint(next);
            if (next == '~' && text.toString().endsWith(PASTE_ENDS)) {
                return text.substring(0, Math.min(LONGEST_PASTE, text.length() - PASTE_ENDS.length()));
            }
            if (text.length() > 2 * LONGEST_PASTE) {
                text.delete(LONGEST_PASTE, text.length() - PASTE_ENDS.length());
            }
            next = reader.readCharacter();
        }
        return text.toString();
    }

    /** Null once it is stopped or the terminal is gone: JLine says so in one of three ways. */
    private Key.Name next() {
        try {
            while (reader.peekCharacter(LOOK_MILLIS) == NonBlockingReader.READ_EXPIRED) {
                if (stopped) {
                    return null;
                }
            }
            return stopped ? null : reader.readBinding(keys);
        } catch (EndOfFileException | IOError gone) {
            return null;
        }
    }
}
