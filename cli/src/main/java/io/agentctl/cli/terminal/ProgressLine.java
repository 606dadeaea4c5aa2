package io.agentctl.cli.terminal;

import io.agentctl.cli.output.Sparkline;
import io.agentctl.cli.output.Theme;
import io.agentctl.control.progress.Cancellation;
import io.agentctl.control.progress.ProgressEvent;
import java.io.PrintWriter;

/** Progress on a terminal: notes scroll by, and under them one line is redrawn while something is counted. */
final class ProgressLine implements Progress {

    private static final int BAR = 24;
    private static final int STRIP = 30;
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
            case ProgressEvent.Advance advance -> draw(advance, "");
            case ProgressEvent.Course course -> draw(course.count(), strip(course));
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

    private String strip(ProgressEvent.Course course) {
        return "  " + Sparkline.of(Sparkline.values(course.heights()), 0, 1, STRIP, theme);
    }

    private void draw(ProgressEvent.Advance advance, String after) {
        if (advance.done() == advance.total()) {
            clear();
            return;
        }
        int full = (int) ((long) BAR * advance.done() / advance.total());
        String on = theme.unicode() ? "█" : "#";
        String off = theme.unicode() ? "░" : ".";
        String line = on.repeat(full) + off.repeat(BAR - full) + " " + advance.done() + "/" + advance.total() + " "
                + advance.work() + after;
        talk.print(CLEAR + (line.length() < columns ? line : line.substring(0, columns - 1)));
        talk.flush();
        drawn = true;
    }
}
