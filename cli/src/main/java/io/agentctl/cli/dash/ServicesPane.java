package io.agentctl.cli.dash;

import io.agentctl.cli.output.Cell;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.StyledLine;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.output.chart.Curve;
import io.agentctl.control.overview.Curves;
import io.agentctl.control.overview.Curves.ServiceCurves;
import io.agentctl.control.overview.Snapshot.ServiceState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** ECS services: whether all tasks run, and how full. Those that lack tasks come first, then the busiest. */
final class ServicesPane {

    private static final int SPARK = 16;
    private static final double WHOLE = 100;

    private ServicesPane() {}

    /** A service with its curves, if those are known. */
    private record Row(ServiceState state, Optional<ServiceCurves> use, double busy) {

        static Row of(ServiceState state, Optional<ServiceCurves> use) {
            return new Row(
                    state,
                    use,
                    use.map(curves -> curves.cpu().recent().orElse(-1)).orElse(-1.0));
        }

        boolean lacking() {
            return state.running() < state.desired();
        }
    }

    static List<StyledLine> paint(Scene scene, int columns, int rows) {
        List<Row> all = rows(scene);
        long lacking = all.stream().filter(Row::lacking).count();
        StyledLine summary = StyledLine.of(
                lacking > 0 ? Tone.BAD : Tone.PLAIN,
                lacking > 0 ? lacking + " of " + all.size() + " short of tasks" : all.size() + ", all tasks run");
        return Listing.withChart(
                Listing.of(summary, all, columns(scene, columns), scene, columns, rows),
                all,
                scene,
                rows,
                (row, curves, left) -> row.use()
                        .map(use -> chart(use, curves, scene, columns, left))
                        .orElse(List.of()));
    }

    private static List<Row> rows(Scene scene) {
        Map<String, ServiceCurves> use = scene.snapshot().curves().get(Curves::services).orElse(List.of()).stream()
                .collect(Collectors.toMap(ServiceCurves::service, Function.identity(), (one, two) -> one));
        return scene.snapshot().services().value().orElse(List.of()).stream()
                .filter(service -> scene.shows(service.service()))
                .map(service -> Row.of(service, Optional.ofNullable(use.get(service.service()))))
                .sorted(Comparator.comparing(Row::lacking)
                        .thenComparingDouble(Row::busy)
                        .reversed()
                        .thenComparing(row -> row.state().service()))
                .toList();
    }

    private static List<Column<Row>> columns(Scene scene, int width) {
        List<Column<Row>> columns = new ArrayList<>(List.of(
                Column.text("SERVICE", row -> row.state().service()),
                Column.toned("TASKS", ServicesPane::tasks),
                Column.number(
                        "CPU",
                        row -> percent(row.use().map(use -> use.cpu().recent().orElse(Double.NaN)))),
                Column.number(
                        "PEAK",
                        row -> percent(
                                row.use().map(use -> use.cpuHighest().highest().orElse(Double.NaN)))),
                Column.number(
                        "MEM",
                        row -> percent(
                                row.use().map(use -> use.memory().recent().orElse(Double.NaN))))));
        if (width > Screen.NARROW) {
            columns.add(Column.number("", row -> row.use()
                    .map(use -> Listing.spark(use.cpu(), WHOLE, SPARK, scene))
                    .orElse("")));
            columns.add(Column.text("SIZE", row -> row.state().size()));
        }
        return columns;
    }

    private static Cell tasks(Row row) {
        String tasks = row.state().running() + "/" + row.state().desired();
        if (row.lacking()) {
            return new Cell(tasks, Tone.BAD);
        }
        return row.state().deploying() ? new Cell(tasks + " deploying", Tone.WARNING) : Cell.of(tasks);
    }

    private static String percent(Optional<Double> value) {
        return value.filter(known -> !known.isNaN())
                .map(known -> Math.round(known) + "%")
                .orElse("?");
    }

    private static List<StyledLine> chart(ServiceCurves use, Curves curves, Scene scene, int columns, int rows) {
        List<StyledLine> lines = new ArrayList<>();
        lines.add(StyledLine.of(Tone.STRONG, use.service())
                .plus(Tone.ACCENT, "  CPU")
                .plus(Tone.PLAIN, "  busiest task")
                .plus(Tone.FAINT, "  memory"));
        lines.addAll(AnswerPanes.chart(
                curves,
                scene,
                columns,
                rows,
                Numbers::percent,
                List.of(),
                Curve.line(use.memory().series(), Tone.FAINT),
                Curve.line(use.cpuHighest().series(), Tone.PLAIN),
                Curve.line(use.cpu().series(), Tone.ACCENT)));
        return lines;
    }
}
