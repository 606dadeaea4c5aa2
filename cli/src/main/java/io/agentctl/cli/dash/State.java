package io.agentctl.cli.dash;

import io.agentctl.control.overview.Range;
import java.util.Optional;

/**
 * What the person at the keyboard has chosen.
 *
 * @param context where it is looked, as it is known before AWS has answered
 * @param range how far curves go back
 * @param paused whether nothing is read
 * @param pane the one that fills the screen; empty for all
 * @param scroll how many lines of it are above the screen
 * @param mode what keys mean
 * @param typed what was typed after {@code /} or {@code :}
 * @param filter names must contain it to be shown
 * @param message what to say about the last key; empty for nothing
 * @param asked how often it was asked to read again
 * @param leaving whether it is over
 */
record State(
        String context,
        Range range,
        boolean paused,
        Optional<Pane> pane,
        int scroll,
        Mode mode,
        String typed,
        String filter,
        String message,
        int asked,
        boolean leaving) {

    /** What keys mean. */
    enum Mode {
        /** Each is a command. */
        LOOK,
        HELP,
        /** They are typed into the filter. */
        FILTER,
        /** They are typed into where to jump. */
        JUMP
    }

    static State initial(String context, Range range) {
        return new State(context, range, false, Optional.empty(), 0, Mode.LOOK, "", "", "", 0, false);
    }

    State over(Range other) {
        return new State(context, other, paused, pane, scroll, mode, typed, filter, message, asked, leaving);
    }

    State pausedOrNot() {
        return new State(context, range, !paused, pane, scroll, mode, typed, filter, message, asked, leaving);
    }

    /** One pane, from its top, or all. */
    State showing(Optional<Pane> other) {
        return new State(context, range, paused, other, 0, mode, typed, filter, message, asked, leaving);
    }

    State scrolled(int lines) {
        return new State(
                context,
                range,
                paused,
                pane,
                Math.max(0, scroll + lines),
                mode,
                typed,
                filter,
                message,
                asked,
                leaving);
    }

    State in(Mode other, String text) {
        return new State(context, range, paused, pane, scroll, other, text, filter, message, asked, leaving);
    }

    State filtered(String text) {
        return new State(context, range, paused, pane, 0, mode, typed, text, message, asked, leaving);
    }

    State saying(String text) {
        return new State(context, range, paused, pane, scroll, mode, typed, filter, text, asked, leaving);
    }

    State askedAgain() {
        return new State(context, range, paused, pane, scroll, mode, typed, filter, message, asked + 1, leaving);
    }

    State left() {
        return new State(context, range, paused, pane, scroll, mode, typed, filter, message, asked, true);
    }
}
