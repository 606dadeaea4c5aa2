package io.agentctl.cli.perf;

import io.agentctl.cli.output.Cell;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.control.performance.regression.Comparison;
import io.agentctl.control.performance.regression.Comparison.Figure;
import io.agentctl.control.performance.regression.Comparison.Word;
import io.agentctl.control.performance.watch.RegressionMessage;
import java.util.List;
import java.util.Locale;

/** Two results compared, laid out for people. */
final class ComparisonPage {

    private ComparisonPage() {}

    static void layout(Comparison comparison, Page page) {
        page.line(tone(comparison.word()), sentence(comparison));
        page.table(
                comparison.figures(),
                List.of(
                        Column.text("FIGURE", Figure::name),
                        Column.number("BASE", figure -> RegressionMessage.number(figure.base()) + " " + figure.unit()),
                        Column.number(
                                "CANDIDATE",
                                figure -> RegressionMessage.number(figure.candidate()) + " " + figure.unit()),
                        Column.number("DIFFERENCE", ComparisonPage::difference),
                        Column.number("BETWEEN", ComparisonPage::interval),
                        Column.toned("VERDICT", figure -> new Cell(words(figure.word()), tone(figure.word())))));
        page.line("A request of the candidate is slower than one of the base "
                + percent(100 * (1 + comparison.delta()) / 2) + " of the time (Cliff's delta "
                + String.format(Locale.ROOT, "%+.2f", comparison.delta()) + ").");
        for (Figure figure : comparison.figures()) {
            if (!figure.reason().isEmpty()) {
                page.line(Tone.WARNING, figure.name() + ": " + figure.reason());
            }
        }
        comparison.remarks().forEach(remark -> page.line(Tone.FAINT, remark));
    }

    private static String sentence(Comparison comparison) {
        String least = percent(comparison.matters());
        return comparison.scenario() + ": "
                + switch (comparison.word()) {
                    case REGRESSION -> "a regression; differences from " + least + " on matter";
                    case IMPROVEMENT -> "an improvement; differences from " + least + " on matter";
                    case NO_DIFFERENCE -> "no difference that matters (" + least + ")";
                    case UNDECIDED -> "undecided; what was measured does not tell differences of " + least;
                };
    }

    private static String words(Word word) {
        return switch (word) {
            case REGRESSION -> "regression";
            case IMPROVEMENT -> "improvement";
            case NO_DIFFERENCE -> "no difference that matters";
            case UNDECIDED -> "undecided";
        };
    }

    private static Tone tone(Word word) {
        return switch (word) {
            case REGRESSION -> Tone.BAD;
            case IMPROVEMENT -> Tone.GOOD;
            case NO_DIFFERENCE -> Tone.PLAIN;
            case UNDECIDED -> Tone.WARNING;
        };
    }

    private static String difference(Figure figure) {
        return signed(figure.difference()) + (figure.unit().equals("%") ? " points" : " %");
    }

    private static String interval(Figure figure) {
        return figure.low() == figure.high() && figure.word() == Word.UNDECIDED
                ? "unknown"
                : signed(figure.low()) + " and " + signed(figure.high());
    }

    private static String signed(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 0.05 ? "%.1f" : "%+.1f", value + 0.0);
    }

    private static String percent(double value) {
        return RegressionMessage.number(value) + " %";
    }
}
