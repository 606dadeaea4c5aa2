package io.agentctl.cli.alarms;

import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.control.alarms.backtest.AlarmHistory.Span;
import io.agentctl.control.alarms.replay.AlarmResult;
import io.agentctl.control.alarms.replay.BacktestAlarms.Result;
import io.agentctl.control.alarms.replay.IncidentResult;
import io.agentctl.control.alarms.replay.Stretch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Sets of alarms tried on what CloudWatch measured, laid out for people. */
final class ReplayPages {

    private static final int MOST_LINES = 20;

    private ReplayPages() {}

    /** @param named whether single alarms were asked for, of which each time in ALARM is shown */
    static void result(Result result, boolean named, Page page) {
        boolean labelled = !result.incidents().isEmpty();
        page.line(
                Tone.STRONG,
                BacktestPages.count(result.alarms().size(), "alarm") + " tried, from " + result.from() + " to "
                        + result.to());
        page.table(result.alarms(), columns(labelled));
        if (named) {
            result.alarms().stream().filter(AlarmResult::tells).forEach(alarm -> spans(alarm, page));
        }
        uncertain(result, page);
        if (labelled) {
            page.blank();
            page.table(
                    result.incidents(),
                    List.of(
                            Column.text("INCIDENT FROM", incident -> incident.start()
                                    .toString()),
                            Column.text("TO", incident -> incident.end().toString()),
                            Column.text(
                                    "FOUND BY", incident -> incident.foundBy().orElse("nobody")),
                            Column.text("AFTER", incident -> incident.delay()
                                    .map(BacktestPages::length)
                                    .orElse("")),
                            Column.text("BUDGET SPENT UNTIL THEN", ReplayPages::budgets)));
        }
        page.line(BacktestPages.count(result.together().pages(), "page") + ", "
                + String.format(Locale.ROOT, "%.1f", perWeek(result)) + " a week"
                + (labelled ? "; " + BacktestPages.worth(result.together()) : ""));
        result.untried().forEach((name, why) -> page.line(Tone.WARNING, name + " was not tried: " + why));
    }

    private static List<Column<AlarmResult>> columns(boolean labelled) {
        List<Column<AlarmResult>> columns = new ArrayList<>(List.of(
                Column.text("ALARM", AlarmResult::name),
                Column.number("FIRED", alarm -> String.valueOf(alarm.alarms().size())),
                Column.text(
                        "IN ALARM", alarm -> BacktestPages.length(alarm.score().inAlarm())),
                Column.text("PAGES", ReplayPages::pages),
                Column.text(
                        "UNCERTAIN",
                        alarm -> alarm.uncertain().isEmpty()
                                ? ""
                                : BacktestPages.length(Stretch.total(alarm.uncertain())))));
        if (labelled) {
            columns.add(Column.text("FOUND", alarm -> BacktestPages.found(alarm.score())));
            columns.add(Column.number(
                    "IN VAIN", alarm -> String.valueOf(alarm.score().falsePages())));
        }
        return columns;
    }

    private static String pages(AlarmResult alarm) {
        if (!alarm.tells()) {
            return "tells nobody";
        }
        return alarm.pages().size() + (alarm.heldBack() > 0 ? " (" + alarm.heldBack() + " held back)" : "");
    }

    private static void spans(AlarmResult alarm, Page page) {
        if (alarm.alarms().isEmpty()) {
            return;
        }
        page.blank();
        page.line(Tone.STRONG, alarm.name());
        page.table(
                alarm.alarms().stream().limit(MOST_LINES).toList(),
                List.of(
                        Column.text("ALARM FROM", span -> span.from().toString()),
                        Column.text("FOR", ReplayPages::length)));
        if (alarm.alarms().size() > MOST_LINES) {
            page.line("and " + (alarm.alarms().size() - MOST_LINES) + " more; -o json has all");
        }
    }

    private static void uncertain(Result result, Page page) {
        List<AlarmResult> doubtful = result.alarms().stream()
                .filter(alarm -> alarm.tells() && !alarm.uncertain().isEmpty())
                .toList();
        for (AlarmResult alarm : doubtful.stream().limit(MOST_LINES).toList()) {
            List<Stretch> stretches = alarm.uncertain();
            page.line(
                    Tone.WARNING,
                    alarm.name() + " is uncertain from " + stretches.getFirst().from() + " to "
                            + stretches.getFirst().to()
                            + (stretches.size() == 1
                                    ? ""
                                    : " and at " + BacktestPages.count(stretches.size() - 1, "other time"))
                            + ": data is missing, or was kept too coarse");
        }
        if (doubtful.size() > MOST_LINES) {
            page.line(Tone.WARNING, "and " + (doubtful.size() - MOST_LINES) + " more; -o json has all");
        }
    }

    private static String budgets(IncidentResult incident) {
        return incident.budgets().stream()
                .map(spent -> String.format(
                        Locale.ROOT,
                        "%s %.1f %% (in all %.1f %%)",
                        spent.objective(),
                        100 * spent.untilFound(),
                        100 * spent.inAll()))
                .collect(Collectors.joining(", "));
    }

    private static double perWeek(Result result) {
        return result.together().pages()
                * (7.0 * 86_400)
                / Duration.between(result.from(), result.to()).toSeconds();
    }

    private static String length(Span span) {
        return BacktestPages.length(Duration.between(span.from(), span.to()));
    }
}
