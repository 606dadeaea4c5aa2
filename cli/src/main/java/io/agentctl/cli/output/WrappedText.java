package io.agentctl.cli.output;

import java.util.ArrayList;
import java.util.List;

/** Words on as many lines as they take. */
public final class WrappedText {

    private WrappedText() {}

    /** Its lines; a word that is wider than a line is left for whoever shows it to cut. */
    public static List<String> lines(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split(" +", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > columns) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
