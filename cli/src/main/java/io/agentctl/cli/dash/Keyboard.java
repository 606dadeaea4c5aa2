package io.agentctl.cli.dash;

import io.agentctl.cli.dash.State.Mode;
import io.agentctl.cli.screen.Key;
import io.agentctl.control.error.Suggestions;
import io.agentctl.control.overview.Range;
import io.agentctl.control.overview.Snapshot;
import java.util.Optional;

/** What keys do. */
final class Keyboard {

    /** More would not fit on the line, and is no name. */
    private static final int LONGEST = 60;

    private static final int PAGE = 15;

    private Keyboard() {}

    /** The state after a key. */
    static State pressed(State state, Key key, Snapshot snapshot) {
        State quiet = state.saying("");
        if (key.name() == Key.Name.INTERRUPT) {
            return quiet.left();
        }
        return switch (state.mode()) {
            case LOOK -> command(quiet, key);
            case HELP -> quiet.in(Mode.LOOK, "");
            case FILTER -> typed(quiet, key, snapshot);
            case JUMP -> typed(quiet, key, snapshot);
        };
    }

    private static State command(State state, Key key) {
        return switch (key.name()) {
            case CHARACTER -> character(state, key.text());
            case ESCAPE, BACKSPACE -> state.showing(Optional.empty()).filtered("");
            case TAB ->
                state.showing(
                        Optional.of(state.pane().map(pane -> pane.after(1)).orElse(Pane.RESPONSE)));
            case BACK_TAB ->
                state.showing(
                        Optional.of(state.pane().map(pane -> pane.after(-1)).orElse(Pane.OPERATIONS)));
            case UP -> state.scrolled(-1);
            case DOWN -> state.pane().isPresent() ? state.scrolled(1) : state;
            case PAGE_UP -> state.scrolled(-PAGE);
            case PAGE_DOWN -> state.pane().isPresent() ? state.scrolled(PAGE) : state;
            case ENTER, LEFT, RIGHT, UNKNOWN -> state;
            case PASTED -> state.saying("what is pasted is not taken for keys: / or : first");
            case INTERRUPT -> state.left();
        };
    }

    private static State character(State state, String text) {
        return switch (text) {
            case "1" -> state.over(Range.HOUR);
            case "2" -> state.over(Range.SIX_HOURS);
            case "3" -> state.over(Range.DAY);
            case "4" -> state.over(Range.FORTNIGHT);
            case "-" -> state.over(beside(state.range(), -1));
            case "+", "=" -> state.over(beside(state.range(), 1));
            case "r" -> state.paused() ? state.saying("paused: p goes on") : state.askedAgain();
            case "p", " " -> state.pausedOrNot();
            case "/" -> state.in(Mode.FILTER, state.filter());
            case ":" -> state.in(Mode.JUMP, "");
            case "?", "h" -> state.in(Mode.HELP, "");
            case "k" -> state.scrolled(-1);
            case "j" -> state.pane().isPresent() ? state.scrolled(1) : state;
            case "q", "Q" -> state.left();
            default -> state.saying("? shows what keys do");
        };
    }

    private static Range beside(Range range, int steps) {
        return Range.ALL.get(Math.clamp(Range.ALL.indexOf(range) + steps, 0, Range.ALL.size() - 1));
    }

    private static State typed(State state, Key key, Snapshot snapshot) {
        return switch (key.name()) {
            case CHARACTER -> state.typed().length() < LONGEST ? entered(state, state.typed() + key.text()) : state;
            case PASTED -> pasted(state, key.text());
            case BACKSPACE ->
                state.typed().isEmpty()
                        ? cancelled(state)
                        : entered(
                                state,
                                state.typed()
                                        .substring(
                                                0,
                                                state.typed()
                                                        .offsetByCodePoints(
                                                                state.typed().length(), -1)));
            case ESCAPE -> cancelled(state);
            case ENTER -> state.mode() == Mode.JUMP ? jumped(state, snapshot) : state.in(Mode.LOOK, "");
            case UP, DOWN, LEFT, RIGHT, PAGE_UP, PAGE_DOWN, TAB, BACK_TAB, UNKNOWN -> state;
            case INTERRUPT -> state.left();
        };
    }

    private static State pasted(State state, String text) {
        boolean name = state.typed().length() + text.length() <= LONGEST
                && text.codePoints().noneMatch(Character::isISOControl);
        return name ? entered(state, state.typed() + text) : state.saying("what was pasted is no name");
    }

    /** A filter is seen while it is typed. */
    private static State entered(State state, String text) {
        State typed = state.in(state.mode(), text);
        return state.mode() == Mode.FILTER ? typed.filtered(text) : typed;
    }

    private static State cancelled(State state) {
        State looking = state.in(Mode.LOOK, "");
        return state.mode() == Mode.FILTER ? looking.filtered("") : looking;
    }

    private static State jumped(State state, Snapshot snapshot) {
        State looking = state.in(Mode.LOOK, "");
        String wanted = state.typed().strip();
        if (wanted.isEmpty()) {
            return looking.showing(Optional.empty());
        }
        return Places.named(wanted, snapshot)
                .map(place -> looking.filtered(place.filter()).showing(Optional.of(place.pane())))
                .orElseGet(() -> looking.saying(
                        ("nothing is called " + wanted + ". " + Suggestions.sentence(wanted, Places.names(snapshot)))
                                .strip()));
    }
}
