package io.agentctl.cli.shell;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.function.Consumer;

/**
 * What one command writes. Results are held until it ends, so that long ones can be shown a screen at a time; what is
 * said meanwhile comes at once, after the results so far. All is kept for the session's notes. A command that was left
 * is muted.
 */
final class CommandOutput {

    /** More than this is not held back: it is not meant for a screen. */
    private static final int MOST_HELD = 1 << 20;

    private static final int MOST_KEPT = 1 << 16;

    private final Desk desk;
    private final Consumer<String> shown;
    private final StringBuilder held = new StringBuilder();
    private final StringBuilder kept = new StringBuilder();
    private final PrintWriter out = new PrintWriter(new Sink(this::result));
    private final PrintWriter talk = new PrintWriter(new Sink(this::aside));
    private boolean muted;

    /** @param shown shows the held results at the end */
    CommandOutput(Desk desk, Consumer<String> shown) {
        this.desk = desk;
        this.shown = shown;
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter talk() {
        return talk;
    }

    /** Shows what is held. */
    void finish() {
        out.flush();
        talk.flush();
        String rest = taken();
        if (!rest.isEmpty()) {
            shown.accept(rest);
        }
    }

    /** From now on nothing is written. */
    synchronized void mute() {
        muted = true;
    }

    /** What was written, as a person would have read it; the end is missing where it was very long. */
    synchronized String transcript() {
        return Transcript.plain(kept.toString());
    }

    private synchronized String taken() {
        String rest = held.toString();
        held.setLength(0);
        return rest;
    }

    private synchronized void result(String text) {
        if (!muted) {
            keep(text);
            held.append(text);
            if (held.length() > MOST_HELD) {
                desk.out().print(taken());
            }
        }
    }

    private synchronized void aside(String text) {
        if (!muted) {
            keep(text);
            if (!held.isEmpty()) {
                desk.out().print(taken());
                desk.out().flush();
            }
            desk.talk().print(text);
            desk.talk().flush();
        }
    }

    private void keep(String text) {
        kept.append(text, 0, Math.min(text.length(), MOST_KEPT - kept.length()));
    }

    /** Hands on whatever is written. */
    private static final class Sink extends Writer {

        private final Consumer<String> taker;

        Sink(Consumer<String> taker) {
            this.taker = taker;
        }

        @Override
        public void write(char[] characters, int from, int length) {
            taker.accept(new String(characters, from, length));
        }

        @Override
        public void flush() {
            // Nothing is held here.
        }

        @Override
        public void close() {
            // The session goes on.
        }
    }
}
