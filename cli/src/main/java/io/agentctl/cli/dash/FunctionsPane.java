package io.agentctl.cli.dash;

import io.agentctl.cli.output.Cell;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.StyledLine;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.output.chart.Curve;
import io.agentctl.control.overview.Curves;
import io.agentctl.control.overview.Curves.FunctionCurves;
import io.agentctl.control.overview.Snapshot.FunctionState;
import java.util.ArrayList;
import java.util.List;

/** Lambda functions: how long they take, how often they fail or are refused, what memory they have and use. */
final class FunctionsPane {

    private static final int SPARK = 12;

    private FunctionsPane() {}

    static List<StyledLine> paint(Scene scene, int columns, int rows) {
        List<FunctionCurves> all = scene.snapshot().curves().get(Curves::functions).orElse(List.of()).stream()
                .filter(function -> scene.shows(function.function()))
                .toList();
        double errors = all.stream().mapToDouble(one -> one.errors().sum()).sum();
        double throttles =
                all.stream().mapToDouble(one -> one.throttles().sum()).sum();
        StyledLine summary = StyledLine.of(
                errors + throttles > 0 ? Tone.WARNING : Tone.PLAIN,
                Numbers.compact(errors) + " errors, " + Numbers.compact(throttles) + " throttled");
        return Listing.withChart(
                Listing.of(summary, all, columns(scene, columns), scene, columns, rows),
                all,
                scene,
                rows,
                (function, curves, left) -> chart(function, curves, scene, columns, left));
    }

    private static List<Column<FunctionCurves>> columns(Scene scene, int width) {
        List<Column<FunctionCurves>> columns = new ArrayList<>(List.of(
                Column.text("FUNCTION", one -> scene.brief(one.function(), width)),
                Column.number("P50", one -> Numbers.known(one.p50().recent(), Numbers::millis)),
                Column.number("P99", one -> Numbers.known(one.p99().recent(), Numbers::millis)),
                Column.number("MEM", one -> memory(one, scene))));
        if (width > Screen.NARROW) {
            columns.add(
                    Column.number("A MIN", one -> Numbers.known(one.perMinute().recent(), Numbers::compact)));
            columns.add(Column.toned("ERR", one -> count(one.errors().sum())));
            columns.add(Column.toned("THR", one -> count(one.throttles().sum())));
            columns.add(Column.number("", one -> Listing.spark(one.p99(), 0, SPARK, scene)));
        }
        return columns;
    }

    /** What it has, and how much of that is in use where that is measured. */
    private static String memory(FunctionCurves function, Scene scene) {
        String has = scene.snapshot().functions().value().orElse(List.of()).stream()
                .filter(state -> state.function().equals(function.function()))
                .findFirst()
                .map(FunctionState::memoryMb)
                .map(megabytes -> megabytes + "M")
                .orElse("?");
        return function.memory().recent().isPresent()
                ? Math.round(function.memory().recent().getAsDouble()) + "% " + has
                : has;
    }

    private static Cell count(double number) {
        return new Cell(Numbers.compact(number), number > 0 ? Tone.WARNING : Tone.PLAIN);
    }

    private static List<StyledLine> chart(FunctionCurves use, Curves curves, Scene scene, int columns, int rows) {
        List<StyledLine> lines = new ArrayList<>();
        lines.add(StyledLine.of(Tone.STRONG, use.function())
                .plus(Tone.FAINT, "  p50")
                .plus(Tone.ACCENT, "  p99")
                .plus(" in ms"));
        lines.addAll(AnswerPanes.chart(
                curves,
                scene,
                columns,
                rows,
                Numbers::compact,
                List.of(),
                Curve.line(use.p50().series(), Tone.FAINT),
                Curve.line(use.p99().series(), Tone.ACCENT)));
        return lines;
    }
}
