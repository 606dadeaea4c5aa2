package io.agentctl.cli.slo;

import io.agentctl.cli.output.Cell;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Sparkline;
import io.agentctl.cli.output.Tone;
import io.agentctl.control.slo.BurnRatePair.Urgency;
import io.agentctl.control.slo.report.ObjectiveReport;
import io.agentctl.control.slo.report.ObjectiveReport.Budget;
import io.agentctl.control.slo.report.ObjectiveReport.Burn;
import io.agentctl.control.slo.report.ObjectiveReport.Day;
import io.agentctl.control.slo.report.ObjectiveReport.Firing;
import io.agentctl.control.slo.report.ReportObjectives;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** How objectives stand, for people. */
public final class ObjectivePage {

    private static final int STRIP = 60;
    private static final int WORST = 3;

    private ObjectivePage() {}

    static void status(ReportObjectives.Result result, Page page) {
        if (result.objectives().isEmpty()) {
            page.line("There are no objectives.");
            return;
        }
        table(result.objectives(), page);
        result.objectives().forEach(report -> notes(report, page));
        summary(result, page);
    }

    /** A line for each objective. */
    public static void table(List<ObjectiveReport> reports, Page page) {
        page.table(
                reports,
                List.of(
                        Column.text("OBJECTIVE", ObjectiveReport::name),
                        Column.toned("STANDING", report -> standing(report, page)),
                        Column.number("GOOD", report -> Words.share(report.measured())),
                        Column.number("TARGET", report -> Words.share(OptionalDouble.of(report.target()))),
                        Column.number("BUDGET LEFT", ObjectivePage::left),
                        Column.number("BURN", ObjectivePage::fastest),
                        Column.text("LASTS", report -> lasts(report)),
                        Column.wide("BURN RATES", report -> burns(report.burns())),
                        Column.wide("PROMISE", ObjectiveReport::promise)));
    }

    private static Cell standing(ObjectiveReport report, Page page) {
        return switch (report.standing()) {
            case KEPT -> new Cell(page.theme().tick() + " kept", Tone.GOOD);
            case BURNING -> new Cell("burning", Tone.WARNING);
            case MISSED -> new Cell(page.theme().cross() + " missed", Tone.BAD);
            case UNKNOWN -> new Cell("? no data", Tone.WARNING);
        };
    }

    static String left(ObjectiveReport report) {
        Budget budget = report.budget();
        if (budget.spentShare().isEmpty()) {
            return "?";
        }
        return Words.percent(1 - budget.spentShare().getAsDouble()) + ", " + amount(budget, budget.left());
    }

    static String amount(Budget budget, double amount) {
        return switch (budget.unit()) {
            case EVENTS -> Words.number(amount, 0) + " events";
            case MINUTES -> Words.number(amount, 0) + " min";
        };
    }

    /** Over an hour, or what is nearest to it. */
    private static String fastest(ObjectiveReport report) {
        return report.burns().stream()
                .filter(burn -> burn.rate().isPresent())
                .min(Comparator.comparing(
                        burn -> burn.window().minus(Duration.ofHours(1)).abs()))
                .map(burn -> Words.rate(burn.rate()) + " (" + Words.length(burn.window()) + ")")
                .orElse("?");
    }

    private static String burns(List<Burn> burns) {
        return burns.stream()
                .map(burn -> Words.length(burn.window()) + " " + Words.rate(burn.rate()))
                .collect(Collectors.joining(", "));
    }

    static String lasts(ObjectiveReport report) {
        if (report.standing() == ObjectiveReport.Standing.MISSED) {
            return "gone";
        }
        return report.forecast()
                .map(forecast ->
                        forecast.gone().map(gone -> "until " + Words.hour(gone)).orElse("yes"))
                .orElse("?");
    }

    /** What a table has no room for. */
    private static void notes(ObjectiveReport report, Page page) {
        for (Firing firing : report.firing()) {
            page.line(
                    firing.urgency() == Urgency.PAGE ? Tone.BAD : Tone.WARNING,
                    report.name() + ": spends its budget over " + Words.number(firing.factor(), 1)
                            + " times as fast as it lasts, for " + Words.length(firing.longWindow())
                            + " and in the last " + Words.length(firing.shortWindow())
                            + (firing.urgency() == Urgency.PAGE ? ": this pages" : ": this is worth a ticket"));
        }
        if (report.standing() != ObjectiveReport.Standing.UNKNOWN
                && report.unknown().compareTo(Duration.ofHours(1)) > 0) {
            page.line(
                    Tone.FAINT,
                    report.name() + ": no data for " + Words.length(report.unknown())
                            + " of the window: nothing came, or " + "it was not measured");
        }
    }

    private static void summary(ReportObjectives.Result result, Page page) {
        long missed = count(result, ObjectiveReport.Standing.MISSED);
        long unknown = count(result, ObjectiveReport.Standing.UNKNOWN);
        page.line(
                missed > 0 ? Tone.BAD : Tone.PLAIN,
                Words.count(result.objectives().size(), "objective") + " as of " + result.at() + ": " + missed
                        + " missed" + (unknown > 0 ? ", " + unknown + " without data" : "")
                        + ". LASTS: whether the budget does, if it goes on as in the last day.");
    }

    private static long count(ReportObjectives.Result result, ObjectiveReport.Standing standing) {
        return result.objectives().stream()
                .filter(report -> report.standing() == standing)
                .count();
    }

    static void report(ReportObjectives.Result result, Duration since, Page page) {
        for (ObjectiveReport report : result.objectives()) {
            page.line(Tone.STRONG, report.name() + ": " + report.promise());
            Budget budget = report.budget();
            page.line("  measured " + Words.share(report.measured()) + " of "
                    + amount(budget, budget.total()) + "; may be bad " + amount(budget, budget.allowed()) + ", were "
                    + amount(budget, budget.spent()) + ", left " + left(report));
            strip(report, since, page);
            worst(report).ifPresent(days -> page.line("  most was spent on " + days));
            page.line("  burn rates: " + burns(report.burns()) + "; " + forecast(report));
            notes(report, page);
            page.blank();
        }
        summary(result, page);
    }

    /** The budget left from the beginning to now, between nothing and all of it. */
    private static void strip(ObjectiveReport report, Duration since, Page page) {
        double[] left = report.history().stream()
                .mapToDouble(point -> point.share().orElse(Double.NaN))
                .toArray();
        page.line("  budget left over " + Words.length(since) + " |" + Sparkline.of(left, 0, 1, STRIP, page.theme())
                + "|");
    }

    /** The verdict in a word. */
    static String standing(ObjectiveReport report) {
        return switch (report.standing()) {
            case KEPT -> "kept";
            case BURNING -> "burning";
            case MISSED -> "missed";
            case UNKNOWN -> "no data";
        };
    }

    private static Optional<String> worst(ObjectiveReport report) {
        return report.days().stream()
                .filter(day -> day.spentShare().orElse(0) > 0)
                .sorted(Comparator.comparingDouble((Day day) -> day.spentShare().getAsDouble())
                        .reversed())
                .limit(WORST)
                .map(day -> day.day() + " (" + Words.percent(day.spentShare().getAsDouble()) + ")")
                .reduce((one, other) -> one + ", " + other);
    }

    static String forecast(ObjectiveReport report) {
        if (report.standing() == ObjectiveReport.Standing.MISSED) {
            return "the budget is gone";
        }
        return report.forecast()
                .map(forecast -> "if it goes on as in the last " + Words.length(forecast.basis()) + ", the budget "
                        + forecast.gone()
                                .map(gone -> "is gone about " + Words.hour(gone))
                                .orElse("lasts at least until " + Words.hour(forecast.until())))
                .orElse("too few figures of the last day to tell how long the budget lasts");
    }
}
