package io.agentctl.cli.dash;

import io.agentctl.cli.output.StyledLine;
import io.agentctl.cli.output.Tone;
import java.util.ArrayList;
import java.util.List;

/** What keys do, as {@code ?} shows it. */
final class Help {

    private static final int KEYS = 16;

    private Help() {}

    static List<StyledLine> lines() {
        List<StyledLine> lines = new ArrayList<>();
        lines.add(StyledLine.EMPTY);
        key(lines, "1 2 3 4", "look back 1 hour, 6 hours, 24 hours, 14 days");
        key(lines, "+ -", "look back further, less far");
        key(lines, "r", "read again now; metrics have something new once a period");
        key(lines, "p, Space", "pause, and go on");
        key(lines, "/", "show only what has a text in its name");
        key(lines, ":", "jump to a pane, service, function, table, objective or alarm");
        key(lines, "Tab, Shift-Tab", "the next pane, the one before, on the whole screen");
        key(lines, "Up, Down, PgUp, PgDn", "scroll in a pane");
        key(lines, "Esc", "back to all panes, without a filter");
        key(lines, "?", "this help");
        key(lines, "q, Ctrl-C", "leave");
        lines.add(StyledLine.EMPTY);
        note(lines, "Beside its name stands how old a pane's data is: of charts, how long ago");
        note(lines, "the latest figure is; of lists, how long ago they were read. What cannot be");
        note(lines, "read stays, grows old, and says why; it is tried again by itself.");
        note(lines, "Metrics are read once a period: a minute over 1h, five over 6h and 24h,");
        note(lines, "an hour over 14d.");
        return lines;
    }

    private static void key(List<StyledLine> lines, String keys, String what) {
        lines.add(StyledLine.of(Tone.STRONG, "  " + keys + " ".repeat(Math.max(2, KEYS + 6 - keys.length())))
                .plus(what));
    }

    private static void note(List<StyledLine> lines, String text) {
        lines.add(StyledLine.of(Tone.FAINT, "  " + text));
    }
}
