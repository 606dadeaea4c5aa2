package io.agentctl.cli.dash;

import io.agentctl.cli.output.StyledLine;
import java.util.List;

/** Paints what is inside of a pane; the first line of a list is its summary. */
@FunctionalInterface
interface Painter {

    /** As many lines as there are things: a page to scroll or to read. */
    int UNBOUNDED = 10_000;

    /** More than any screen has; on a page of more lines a list needs no chart to fill it. */
    int TALLEST_SCREEN = 1_000;

    /**
     * Paints what was read.
     *
     * @param columns the most columns that a line should take; what is beyond is cut off
     * @param rows the most lines; what is beyond is not shown
     */
    List<StyledLine> paint(Scene scene, int columns, int rows);
}
