package io.agentctl.cli.cost;

import io.agentctl.cli.output.Column;
import io.agentctl.control.cost.CostLine;
import io.agentctl.control.cost.KindTotal;
import io.agentctl.control.cost.Recommendation;
import io.agentctl.control.cost.ReportCosts.Depth;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.plan.Money;
import java.util.List;
import java.util.function.Function;

/** What every form of the report shows of a line. */
final class CostColumns {

    private static final String NONE = "-";

    private static final List<Column<CostLine>> COSTS = List.of(
            Column.text("WHAT", CostLine::name),
            Column.text("KIND", line -> RecordTree.word(line.kind())),
            Column.text("AS IT IS", line -> line.setting().isEmpty() ? NONE : line.setting()),
            Column.number(
                    "USD/MONTH", line -> line.monthly().map(Money::toString).orElse("unknown")));

    private static final List<Column<CostLine>> ADVICE = List.of(
            Column.text("RECOMMENDED", line -> of(line, Recommendation::what)),
            Column.number("SAVES", line -> of(line, advice -> advice.saving().toString())),
            Column.number("THEN", line -> line.then().map(Money::toString).orElse(NONE)),
            Column.text("RISK", line -> of(line, advice -> RecordTree.word(advice.risk()))));

    private static final List<Column<CostLine>> WHENCE = List.of(
            Column.text("RESTS ON", line -> of(line, Recommendation::restsOn)),
            Column.text("COMMAND", line -> of(line, Recommendation::command)));

    private CostColumns() {}

    /** What it is and what it costs, and what would be another cost if that was asked for. */
    static List<Column<CostLine>> ofLines(Depth depth) {
        return switch (depth) {
            case COSTS -> COSTS;
            case ADVICE -> joined(List.of(COSTS, ADVICE));
        };
    }

    /** The same with what a recommendation rests on and the command that shows it. */
    static List<Column<CostLine>> ofWholeLines(Depth depth) {
        return switch (depth) {
            case COSTS -> COSTS;
            case ADVICE -> joined(List.of(COSTS, ADVICE, WHENCE));
        };
    }

    private static List<Column<CostLine>> joined(List<List<Column<CostLine>>> parts) {
        return parts.stream().flatMap(List::stream).toList();
    }

    static List<Column<KindTotal>> ofTotals() {
        return List.of(
                Column.text("KIND", total -> total.kind().plural()),
                Column.number("LINES", total -> Integer.toString(total.lines())),
                Column.number("USD/MONTH", CostColumns::monthly),
                Column.number("WOULD SAVE", total -> total.saving().toString()));
    }

    private static String monthly(KindTotal total) {
        if (total.unknown() == total.lines()) {
            return "unknown";
        }
        return total.monthly() + (total.unknown() == 0 ? "" : " and " + total.unknown() + " unknown");
    }

    private static String of(CostLine line, Function<Recommendation, String> text) {
        return line.advice().map(text).orElse(NONE);
    }
}
