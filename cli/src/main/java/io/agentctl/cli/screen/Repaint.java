package io.agentctl.cli.screen;

import io.agentctl.cli.output.StyledLine;
import io.agentctl.cli.output.Theme;
import java.util.ArrayList;
import java.util.List;

/** What is written to a terminal to make one screen of another: the lines that differ, and nothing if none does. */
public final class Repaint {

    private final Theme theme;
    private List<String> before = List.of();

    public Repaint(Theme theme) {
        this.theme = theme;
    }

    /** Forgets what is on the terminal: all of it is written next. */
    public void forget() {
        before = List.of();
    }

    /** Control sequences as ECMA-48 has them; each line is cleared before it is written. */
    public String to(List<StyledLine> lines) {
        List<String> after = new ArrayList<>();
        StringBuilder text = new StringBuilder(before.isEmpty() ? "\u001b[2J" : "");
        for (int row = 0; row < lines.size(); row++) {
            String line = lines.get(row).painted(theme);
            after.add(line);
            if (row >= before.size() || !before.get(row).equals(line)) {
                text.append("\u001b[").append(row + 1).append(";1H\u001b[2K").append(line);
            }
        }
        before = after;
        return text.toString();
    }
}
