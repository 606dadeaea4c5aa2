package io.agentctl.cli.shell;

import io.agentctl.control.journal.OperationId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A session's notes as Markdown: what was changed and how to put it back, then each command with what it printed.
 *
 * @param zone on whose clocks times are
 * @param undone whether an operation was put back since
 */
record NotesPage(ZoneId zone, Predicate<OperationId> undone) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx", Locale.ROOT);
    /** A token of a control plane, as {@code ops tokens create} tells it. */
    private static final Pattern TOKEN = Pattern.compile("agentctl\\.[a-z0-9-]+\\.[A-Za-z0-9_-]{20,}");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    /**
     * The document.
     *
     * @param actor whose session it was
     */
    String markdown(String actor, Instant began, List<Note> notes) {
        StringBuilder page = new StringBuilder();
        page.append("# Session of ")
                .append(actor)
                .append(", ")
                .append(on(DAY, began))
                .append("\n\n");
        changes(notes, page);
        page.append("## What was done\n");
        for (Note note : notes) {
            page.append("\n### ")
                    .append(on(TIME, note.at()))
                    .append(" `")
                    .append(oneLine(note.line()))
                    .append("`\n\n");
            page.append("In context ")
                    .append(note.context())
                    .append(", ")
                    .append(ending(note))
                    .append(".\n");
            if (!note.output().isEmpty()) {
                String output = TOKEN.matcher(note.output()).replaceAll("[withheld]");
                String fence = fence(output);
                page.append('\n')
                        .append(fence)
                        .append("text\n")
                        .append(output)
                        .append('\n')
                        .append(fence)
                        .append('\n');
            }
        }
        if (notes.isEmpty()) {
            page.append("\nNothing.\n");
        }
        return page.toString();
    }

    private void changes(List<Note> notes, StringBuilder page) {
        page.append("## What was changed\n\n");
        boolean nothing = true;
        for (Note note : notes) {
            for (OperationId operation : note.operations()) {
                nothing = false;
                page.append(change(note, operation));
            }
        }
        page.append(nothing ? "Nothing.\n\n" : "\n");
    }

    private String change(Note note, OperationId operation) {
        String then = undone.test(operation)
                ? "It was put back in this session"
                : "`agentctl ops undo " + operation + "` puts it back";
        return "- " + on(TIME, note.at()) + " in context " + note.context() + ": `" + oneLine(note.line()) + "`, "
                + ending(note) + ". " + then + ", `agentctl ops show " + operation + "` shows it.\n";
    }

    private String on(DateTimeFormatter format, Instant instant) {
        return format.withZone(zone).format(instant);
    }

    private static String ending(Note note) {
        String took = seconds(note.took());
        return note.code() == 0 ? "done in " + took : "ended with exit code " + note.code() + " after " + took;
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1e3);
    }

    private static String oneLine(String line) {
        return line.replace('\n', ' ').replace('`', '\'');
    }

    /** Longer than any row of backticks within. */
    private static String fence(String text) {
        String fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        return fence;
    }
}
