package io.agentctl.cli.dash;

import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.StyledLine;
import io.agentctl.cli.output.Tone;
import io.agentctl.control.overview.AlarmLine;
import io.agentctl.control.overview.Snapshot.AlarmBoard;
import java.time.Duration;
import java.util.List;

/** The project's alarms: those in ALARM, the latest first. */
final class AlarmsPane {

    private AlarmsPane() {}

    static List<StyledLine> paint(Scene scene, int columns, int rows) {
        return scene.snapshot()
                .alarms()
                .get(board -> paint(board, scene, columns, rows))
                .orElse(List.of());
    }

    private static List<StyledLine> paint(AlarmBoard board, Scene scene, int columns, int rows) {
        List<AlarmLine> ringing = board.ringing().stream()
                .filter(alarm -> scene.shows(alarm.name()))
                .toList();
        StyledLine summary = StyledLine.of(
                        ringing.isEmpty() ? Tone.PLAIN : Tone.BAD,
                        ringing.size() + " of " + board.total() + " in ALARM")
                .plus(Tone.FAINT, board.blind() > 0 ? ", " + board.blind() + " without data" : "");
        return Listing.of(
                summary,
                ringing,
                List.of(
                        Column.text("ALARM", alarm -> scene.brief(alarm.name(), columns)),
                        Column.number("FOR", alarm -> Numbers.age(Duration.between(alarm.since(), scene.now()))),
                        Column.text("WHY", AlarmLine::reason)),
                scene,
                columns,
                rows);
    }
}
