package io.agentctl.cli.dash;

import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.StyledLine;
import io.agentctl.cli.screen.Look;
import io.agentctl.control.overview.Snapshot;
import io.agentctl.control.plan.Target;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** All panes below each other, for streams that are no screens. */
final class PlainPage {

    private static final int CHART_ROWS = 9;
    private static final int USUAL_COLUMNS = 100;

    private PlainPage() {}

    static void layout(Snapshot snapshot, Instant now, Look look, Page page) {
        Scene scene = new Scene(snapshot, "", now, look);
        int columns = page.screen().orElse(USUAL_COLUMNS);
        String where = snapshot.account()
                .get(Target::toString)
                .map(text -> " in " + text)
                .orElse("");
        page.line(snapshot.project() + where + " at " + snapshot.at().truncatedTo(ChronoUnit.SECONDS) + ", over "
                + snapshot.range());
        for (Pane pane : Pane.values()) {
            page.blank();
            int rows =
                    switch (pane.kind()) {
                        case CHART -> CHART_ROWS;
                        case LIST -> Painter.UNBOUNDED;
                    };
            for (StyledLine line : Frame.of(pane, scene, columns, rows)) {
                page.line(
                        line.atMost(columns, look.theme()).painted(look.theme()).stripTrailing());
            }
        }
    }
}
