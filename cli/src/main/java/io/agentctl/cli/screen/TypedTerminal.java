package io.agentctl.cli.screen;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.Size;
import org.jline.terminal.impl.ExternalTerminal;

/** A terminal that nobody looks at, with keys that were written down: what the JVM learns its classes from. */
public record TypedTerminal(String keys) implements TerminalSource {

    /** Between two keys, as a quick typist would. */
    private static final long KEY_MILLIS = 10;

    /** For what is read meanwhile. */
    private static final char PAUSE = '~';

    private static final long PAUSE_MILLIS = 500;
    private static final Size SIZE = Size.of(200, 50);

    @Override
    public Loan open() throws IOException {
        ExternalTerminal terminal = new ExternalTerminal(
                "typed", "xterm-256color", new Keys(keys), OutputStream.nullOutputStream(), StandardCharsets.UTF_8);
        terminal.setSize(SIZE);
        return new Loan(terminal, false);
    }

    /** Keys one after the other, then the end. */
    private static final class Keys extends InputStream {

        private final byte[] keys;
        private int at;

        private Keys(String keys) {
            this.keys = keys.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() throws IOException {
            try {
                Thread.sleep(KEY_MILLIS);
                while (at < keys.length && keys[at] == PAUSE) {
                    at++;
                    Thread.sleep(PAUSE_MILLIS);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return -1;
            }
            return at < keys.length ? keys[at++] : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int key = length == 0 ? 0 : read();
            if (length > 0 && key >= 0) {
                into[offset] = (byte) key;
            }
            return key < 0 ? -1 : Math.min(1, length);
        }
    }
}
