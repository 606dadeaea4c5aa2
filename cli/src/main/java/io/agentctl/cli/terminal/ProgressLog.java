package io.agentctl.cli.terminal;

import io.agentctl.control.progress.Cancellation;
import io.agentctl.control.progress.ProgressEvent;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;

/** Progress where there is no terminal: notes, and with {@code --verbose} a line for every tenth of what is counted. */
final class ProgressLog implements Progress {

    private static final int TENTHS = 10;

    private final PrintWriter talk;
    private final boolean counts;
    private final Interrupts interrupts;
    private final Map<String, Integer> tenths = new HashMap<>();

    ProgressLog(PrintWriter talk, boolean counts, Interrupts interrupts) {
        this.talk = talk;
        this.counts = counts;
        this.interrupts = interrupts;
    }

    @Override
    public synchronized void on(ProgressEvent event) {
        switch (event) {
            case ProgressEvent.Note note -> line(note.text());
            case ProgressEvent.Advance advance -> count(advance);
            case ProgressEvent.Course course -> count(course);
        }
    }

    @Override
    public Cancellation cancellation() {
        return interrupts.cancellation();
    }

    @Override
    public void clear() {
        talk.flush();
    }

    private void count(ProgressEvent.Advance advance) {
        int tenth = (int) ((long) TENTHS * advance.done() / advance.total());
        Integer before = tenths.put(advance.work(), tenth);
        if (counts && (before == null || before != tenth)) {
            line(advance.work() + ": " + advance.done() + " of " + advance.total());
        }
    }

    /** What is counted says how it goes, and is another each time: the count alone tells a tenth from the next. */
    private void count(ProgressEvent.Course course) {
        ProgressEvent.Advance count = course.count();
        int tenth = (int) ((long) TENTHS * count.done() / count.total());
        Integer before = tenths.put("", tenth);
        if (counts && (before == null || before != tenth)) {
            line(count.done() + "/" + count.total() + " " + count.work());
        }
    }

    private void line(String text) {
        talk.println(text);
        talk.flush();
    }
}
