package io.agentctl.cli.terminal;

import io.agentctl.cli.output.Sparkline;
import io.agentctl.cli.output.Theme;
import io.agentctl.control.progress.Cancellation;
import io.agentctl.control.progress.ProgressEvent;
import java.io.PrintWriter;
import java.util.List;

/** Progress on a terminal: notes scroll by, and under them one line is redrawn while something is counted. */
final class ProgressLine implements Progress {

    private static final int BAR = 24;
    private static final int STRIP = 30;
    /** Between the bar and the figures, and before the course. */
    private static final int GAPS = 3;

    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter talk;
    private final Theme theme;
    private final int columns;
    private final Interrupts interrupts;
    private boolean drawn;

    ProgressLine(PrintWriter talk, Theme theme, int columns, Interrupts interrupts) {
        this.talk = talk;
        this.theme = theme;
        this.columns = columns;
        this.interrupts = interrupts;
    }

    @Override
    public synchronized void on(ProgressEvent event) {
        switch (event) {
            case ProgressEvent.Note note -> {
                clear();
                talk.println(note.text());
                talk.flush();
            }
            case ProgressEvent.Advance advance -> draw(advance, BAR, "");
            case ProgressEvent.Course course -> draw(course);
        }
    }

    @Override
    public Cancellation cancellation() {
        return interrupts.cancellation();
    }

    @Override
    public synchronized void clear() {
        if (drawn) {
            talk.print(CLEAR);
            talk.flush();
            drawn = false;
        }
    }

    /**
     * The figures first: what is left of the line is shared by the course, of which the latest is shown, and the bar.
     */
    private void draw(ProgressEvent.Course course) {
        int room = columns - 1 - text(course.count()).length() - GAPS;
        List<Double> heights = course.heights();
        int strip = Math.clamp(room, 0, Math.min(STRIP, heights.size()));
        String after = strip == 0
                ? ""
                : "  "
                        + Sparkline.of(
                                Sparkline.values(heights.subList(heights.size() - strip, heights.size())),
                                0,
                                1,
                                strip,
                                theme);
        draw(course.count(), Math.clamp(room - strip, 0, BAR), after);
    }

    private static String text(ProgressEvent.Advance advance) {
        return advance.done() + "/" + advance.total() + " " + advance.work();
    }

    private void draw(ProgressEvent.Advance advance, int bar, String after) {
        if (advance.done() == advance.total()) {
            clear();
            return;
        }
        int full = (int) ((long) bar * advance.done() / advance.total());
        String on = theme.unicode() ? "█" : "#";
        String off = theme.unicode() ? "░" : ".";
        String line = on.repeat(full) + off.repeat(bar - full) + (bar == 0 ? "" : " ") + text(advance) + after;
        talk.print(CLEAR + (line.length() < columns ? line : line.substring(0, columns - 1)));
        talk.flush();
        drawn = true;
    }
}
