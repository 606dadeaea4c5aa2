package io.agentctl.cli.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a terminal showed, as text. */
final class Transcript {

    private static final Pattern ESCAPE = Pattern.compile("\u001b\\[[0-9;?]*[A-Za-z]");
    private static final int MOST_LINES = 200;

    private Transcript() {}

    /** The text without colours, without progress that was drawn over, and without more than 200 lines. */
    static String plain(String written) {
        List<String> lines = new ArrayList<>();
        for (String line : ESCAPE.matcher(written).replaceAll("").split("\n", -1)) {
            lines.add(line.substring(line.lastIndexOf('\r') + 1).stripTrailing());
        }
        while (!lines.isEmpty() && lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        if (lines.size() > MOST_LINES) {
            int left = lines.size() - MOST_LINES;
            lines.subList(MOST_LINES, lines.size()).clear();
            lines.add("(" + left + " more lines)");
        }
        return String.join("\n", lines);
    }
}
