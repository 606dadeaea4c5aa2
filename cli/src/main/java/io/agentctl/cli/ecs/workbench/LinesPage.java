package io.agentctl.cli.ecs.workbench;

import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.StyledLine;
import io.agentctl.cli.output.TableText;
import io.agentctl.cli.output.Theme;
import io.agentctl.cli.output.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** A page whose lines are kept for a screen; long ones are continued below, indented. */
record LinesPage(int columns, Theme theme, List<StyledLine> lines) implements Page {

    private static final String INDENT = "            ";

    static LinesPage of(int columns, Theme theme) {
        return new LinesPage(columns, theme, new ArrayList<>());
    }

    @Override
    public void line(String text) {
        line(Tone.PLAIN, text);
    }

    @Override
    public void line(Tone tone, String text) {
        String rest = text;
        while (rest.length() > columns) {
            int end = rest.lastIndexOf(' ', columns);
            if (end <= INDENT.length()) {
                break;
            }
            lines.add(StyledLine.of(tone, rest.substring(0, end)));
            rest = INDENT + rest.substring(end + 1);
        }
        lines.add(StyledLine.of(tone, rest));
    }

    @Override
    public <R> void table(List<R> rows, List<Column<R>> shown) {
        lines.addAll(TableText.lines(rows, shown, theme, false, OptionalInt.of(columns)));
    }

    @Override
    public boolean wide() {
        return false;
    }

    @Override
    public OptionalInt screen() {
        return OptionalInt.of(columns);
    }
}
