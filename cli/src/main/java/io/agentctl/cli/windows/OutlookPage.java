package io.agentctl.cli.windows;

import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.control.plan.Money;
import io.agentctl.control.windows.Window;
import io.agentctl.control.windows.WindowOutlook;
import io.agentctl.control.windows.WindowOutlook.Day;
import io.agentctl.control.windows.calendar.WindowCalendar.Transition;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Previews of windows, laid out for people. */
final class OutlookPage {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd", Locale.ENGLISH);
    private static final int MOST_TRANSITIONS = 6;
    private static final String HOURS = "0       4       8       12      16      20      24";
    private static final String INDENT = "                ";

    private OutlookPage() {}

    /**
     * What is previewed.
     *
     * @param from now
     * @param to until when
     * @param windows in the order of the file
     * @param prices one line: which price table; empty where money is not known
     */
    record Result(Instant from, Instant to, List<WindowOutlook> windows, String prices) {}

    static void layout(Result result, Page page) {
        for (WindowOutlook outlook : result.windows()) {
            page.line(Tone.STRONG, outlook.window() + ", by the clocks of " + outlook.zone());
            page.line("Of " + outlook.services());
            transitions(outlook, page);
            strip(outlook, page);
            page.line("Asleep for " + hours(outlook.hoursAsleep()) + " hours"
                    + outlook.saved().map(saved -> ", which saves " + saved).orElse(""));
            page.blank();
        }
        List<Money> saved = result.windows().stream()
                .flatMap(outlook -> outlook.saved().stream())
                .toList();
        if (saved.size() > 1) {
            page.line("Together they save " + saved.stream().reduce(Money.ZERO, Money::plus) + " until "
                    + DAY.format(result.to().atOffset(ZoneOffset.UTC)));
        }
        if (!saved.isEmpty()) {
            page.line(Tone.FAINT, result.prices());
        }
    }

    private static String hours(double hours) {
        return String.format(Locale.ENGLISH, "%.1f", hours);
    }

    private static void transitions(WindowOutlook outlook, Page page) {
        ZoneId zone = ZoneId.of(outlook.zone());
        List<Transition> next =
                outlook.transitions().stream().limit(MOST_TRANSITIONS).toList();
        page.table(
                next,
                List.of(
                        Column.text("WHEN", transition -> Window.text(transition.at(), zone)),
                        Column.text("THEN", transition -> WindowPages.should(transition.asleep()))));
        int more = outlook.transitions().size() - next.size();
        if (more > 0) {
            page.line("and " + more + " more");
        }
    }

    /** A line for each day, a sign for each half hour: a bar where services are awake. */
    private static void strip(WindowOutlook outlook, Page page) {
        String awake = page.theme().bars().substring(page.theme().bars().length() - 1);
        String asleep = page.theme().unicode() ? "\u00b7" : ".";
        page.line(awake + " awake   " + asleep + " asleep");
        page.line(INDENT + HOURS);
        for (Day day : outlook.days()) {
            StringBuilder line = new StringBuilder(DAY.format(day.date())).append("  ");
            day.asleep().forEach(sleeps -> line.append(sleeps ? asleep : awake));
            page.line(line.toString());
        }
    }
}
