package io.agentctl.cli.dash;

import io.agentctl.cli.output.Cell;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.StyledLine;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.output.chart.Curve;
import io.agentctl.cli.output.chart.Threshold;
import io.agentctl.control.overview.Curves;
import io.agentctl.control.overview.Curves.TableCurves;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** DynamoDB tables and indexes: what is consumed of what is provisioned, and what was refused. */
final class TablesPane {

    private static final int SPARK = 12;
    private static final double PERCENT = 100;
    private static final double FULL = 80;

    private TablesPane() {}

    static List<StyledLine> paint(Scene scene, int columns, int rows) {
        List<TableCurves> all = scene.snapshot().curves().get(Curves::tables).orElse(List.of()).stream()
                .filter(one -> scene.shows(one.table()))
                .sorted(Comparator.comparingDouble(
                                (TableCurves one) -> one.throttled().sum())
                        .thenComparingDouble(TablesPane::full)
                        .reversed())
                .toList();
        double throttled =
                all.stream().mapToDouble(one -> one.throttled().sum()).sum();
        StyledLine summary = throttled > 0
                ? StyledLine.of(Tone.BAD, Numbers.compact(throttled) + " requests throttled")
                : StyledLine.of("nothing throttled");
        List<String> missing = scene.snapshot().tables().value().orElse(List.of());
        if (!missing.isEmpty()) {
            summary = summary.plus(Tone.WARNING, "; not there: " + String.join(", ", missing));
        }
        return Listing.withChart(
                Listing.of(summary, all, columns(scene, columns), scene, columns, rows),
                all,
                scene,
                rows,
                (one, curves, left) -> chart(one, curves, scene, columns, left));
    }

    private static List<Column<TableCurves>> columns(Scene scene, int width) {
        List<Column<TableCurves>> columns = new ArrayList<>(List.of(
                Column.text("TABLE", one -> scene.brief(one.table(), width)),
                Column.text("", TableCurves::meter),
                Column.number("UNITS/S", one -> Numbers.compact(consumed(one))),
                Column.toned("OF", TablesPane::provided)));
        if (width > Screen.NARROW) {
            columns.add(Column.toned(
                    "THROTTLED",
                    one -> new Cell(
                            Numbers.compact(one.throttled().sum()),
                            one.throttled().sum() > 0 ? Tone.BAD : Tone.PLAIN)));
            columns.add(Column.number(
                    "", one -> Listing.spark(one.consumed(), one.units().orElse(0), SPARK, scene)));
        }
        return columns;
    }

    private static Cell provided(TableCurves one) {
        if (one.units().isEmpty()) {
            return new Cell("on demand", Tone.FAINT);
        }
        double full = full(one);
        String units = Numbers.compact(one.units().getAsDouble());
        return full < 0
                ? Cell.of(units)
                : new Cell(units + " " + Math.round(full) + "%", full >= FULL ? Tone.WARNING : Tone.PLAIN);
    }

    /** Percent; below 0 where it cannot be told. */
    private static double full(TableCurves one) {
        double units = one.units().orElse(0);
        return units > 0 ? consumed(one) / units * PERCENT : -1;
    }

    /** Units a second; where nothing was consumed, nothing is measured. */
    private static double consumed(TableCurves one) {
        return one.consumed().recent().orElse(0);
    }

    private static List<StyledLine> chart(TableCurves one, Curves curves, Scene scene, int columns, int rows) {
        StyledLine name =
                StyledLine.of(Tone.STRONG, one.table() + " " + one.meter()).plus(Tone.ACCENT, "  units a second");
        List<Threshold> provided = one.units().stream()
                .mapToObj(units -> new Threshold(units, Tone.WARNING))
                .toList();
        List<StyledLine> lines = new ArrayList<>();
        lines.add(provided.isEmpty() ? name : name.plus(Tone.WARNING, "  provisioned"));
        lines.addAll(AnswerPanes.chart(
                curves,
                scene,
                columns,
                rows,
                Numbers::compact,
                provided,
                Curve.area(one.consumed().series(), Tone.ACCENT)));
        return lines;
    }
}
