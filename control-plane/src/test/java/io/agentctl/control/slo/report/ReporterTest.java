package io.agentctl.control.slo.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.agentctl.alarm.metric.Comparison;
import io.agentctl.control.metrics.MetricId;
import io.agentctl.control.metrics.Series;
import io.agentctl.control.metrics.Statistic;
import io.agentctl.control.slo.Alerting;
import io.agentctl.control.slo.Backend;
import io.agentctl.control.slo.Budgeting;
import io.agentctl.control.slo.BurnRatePair.Urgency;
import io.agentctl.control.slo.Indicator;
import io.agentctl.control.slo.Indicator.Counted;
import io.agentctl.control.slo.Indicator.Reading;
import io.agentctl.control.slo.Objective;
import io.agentctl.control.slo.Objective.Level;
import io.agentctl.control.slo.Objective.Levels;
import io.agentctl.control.slo.ObjectiveWindow;
import io.agentctl.control.slo.report.ObjectiveReport.Day;
import io.agentctl.control.slo.report.ObjectiveReport.Left;
import io.agentctl.control.slo.report.ObjectiveReport.Standing;
import io.agentctl.control.yaml.Node.Position;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Budgets computed by hand, and what must hold for all of them. */
class ReporterTest {

    static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
    static final Duration HOUR = Duration.ofHours(1);
    static final Reading BAD = reading("Bad");
    static final Reading ALL = reading("All");

    private static Reading reading(String name) {
        return new Reading(MetricId.of("Shop", name, Map.of()), Statistic.SUM, Optional.empty(), 1);
    }

    static Objective events(double target, ObjectiveWindow window, double fewest) {
        return new Objective(
                "availability",
                "shop",
                "",
                new Indicator.Ratio(Counted.BAD, BAD, ALL),
                target,
                new Budgeting.Occurrences(),
                window,
                new Alerting(Alerting.USUAL_PAIRS, fewest, new TreeMap<>(), Backend.ALARMS),
                new Levels(100 * target, OptionalDouble.empty(), OptionalDouble.of(50), false),
                new Position("slos.yaml", 1, 1));
    }

    static Objective slices(double target, ObjectiveWindow window) {
        return new Objective(
                "latency",
                "shop",
                "",
                new Indicator.Threshold(
                        new Reading(
                                MetricId.of("Shop", "Took", Map.of()), Statistic.percentile(95), Optional.empty(), 1),
                        Comparison.LESS_THAN,
                        500),
                target,
                new Budgeting.TimeSlices(Duration.ofMinutes(5), 1),
                window,
                Alerting.NONE,
                new Levels(500, OptionalDouble.of(750), OptionalDouble.of(1000), true),
                new Position("slos.yaml", 1, 1));
    }

    /** Hours up to now, the last one first. */
    static Ledger hours(int count, double eachTotal, double... latestBad) {
        double[] total = new double[count];
        double[] bad = new double[count];
        Arrays.fill(total, eachTotal);
        for (int i = 0; i < latestBad.length; i++) {
            bad[count - 1 - i] = latestBad[i];
        }
        return ledger(bad, total);
    }

    static Ledger ledger(double[] bad, double[] total) {
        Instant start = NOW.minus(HOUR.multipliedBy(total.length));
        return Ledger.of(List.of(Ledger.Part.of(Series.of(start, HOUR, bad), Series.of(start, HOUR, total))));
    }

    static ObjectiveReport report(Objective objective, Ledger ledger) {
        return Reporter.report(objective, ledger, OptionalDouble.empty(), NOW, Duration.ZERO);
    }

    static final ObjectiveWindow MONTH = new ObjectiveWindow.Rolling(Duration.ofDays(30));

    @Test
    void ofATenthOfAPercentOfAllEventsAQuarterIsSpent() {
        // 720 hours of 1,000 events: 720 may be bad, 180 were, 12 of them in each of the last 15 hours.
        double[] bad = new double[15];
        Arrays.fill(bad, 12);

        ObjectiveReport report = report(events(0.999, MONTH, 0), hours(720, 1_000, bad));

        assertThat(report.budget().total()).isEqualTo(720_000);
        assertThat(report.budget().allowed()).isCloseTo(720, within(1e-6));
        assertThat(report.budget().spent()).isEqualTo(180);
        assertThat(report.budget().spentShare().getAsDouble()).isCloseTo(0.25, within(1e-9));
        assertThat(report.measured().getAsDouble()).isCloseTo(0.99975, within(1e-12));
        assertThat(report.figure().getAsDouble()).isCloseTo(99.975, within(1e-9));
        assertThat(report.level()).isEqualTo(Level.GOOD);
        assertThat(report.standing())
                .as("12 times for an hour, the pair needs 14.4")
                .isEqualTo(Standing.BURNING);
        assertThat(report.firing())
                .as(
                        "12 over 6 hours is over 6, 7.5 over a day over 3, 2.5 over three days over 1; the shortest window of "
                                + "6 hours, half an hour, has no figure of its own in hours")
                .extracting(ObjectiveReport.Firing::longWindow)
                .containsExactly(Duration.ofDays(1), Duration.ofDays(3));
    }

    @Test
    void fastSpendingIsSeenInBothWindowsOfAPair() {
        // Of 1,000 events an hour 15 were bad in the last one: 15 times what 99.9 % allows.
        ObjectiveReport report = report(events(0.999, MONTH, 0), minutesThenHours(15));

        assertThat(report.standing()).isEqualTo(Standing.BURNING);
        assertThat(report.firing()).singleElement().satisfies(firing -> {
            assertThat(firing.urgency()).isEqualTo(Urgency.PAGE);
            assertThat(firing.factor()).isCloseTo(14.4, within(1e-9));
        });
    }

    @Test
    void withFewEventsNobodyIsTold() {
        assertThat(report(events(0.999, MONTH, 1_001), minutesThenHours(15)).standing())
                .isEqualTo(Standing.KEPT);
    }

    /** A quiet month by the hour, then an hour by the minute. */
    private static Ledger minutesThenHours(double badInTheLastHour) {
        Instant hourAgo = NOW.minus(HOUR);
        Instant start = NOW.minus(Duration.ofDays(30));
        double[] hours = new double[719];
        Arrays.fill(hours, 1_000);
        double[] minutes = new double[60];
        Arrays.fill(minutes, 1_000 / 60.0);
        double[] bad = new double[60];
        Arrays.fill(bad, badInTheLastHour / 60);
        Duration minute = Duration.ofMinutes(1);
        return Ledger.of(List.of(
                Ledger.Part.of(Series.of(start, HOUR, new double[719]), Series.of(start, HOUR, hours)),
                Ledger.Part.of(Series.of(hourAgo, minute, bad), Series.of(hourAgo, minute, minutes))));
    }

    @Test
    void moreThanTheBudgetIsMissedAndExactlyTheBudgetIsNot() {
        Objective nine = events(0.9, new ObjectiveWindow.Rolling(Duration.ofHours(10)), 0);

        assertThat(report(nine, hours(10, 1, 1)).standing()).isNotEqualTo(Standing.MISSED);
        assertThat(report(nine, hours(10, 1, 1, 0.001)).standing()).isEqualTo(Standing.MISSED);
    }

    @Test
    void withoutFiguresNothingIsClaimed() {
        double[] none = new double[720];
        Arrays.fill(none, Double.NaN);

        ObjectiveReport report = report(events(0.999, MONTH, 0), ledger(new double[720], none));

        assertThat(report.standing()).isEqualTo(Standing.UNKNOWN);
        assertThat(report.measured()).isEmpty();
        assertThat(report.budget().spentShare()).isEmpty();
        assertThat(report.forecast()).isEmpty();
        assertThat(report.unknown()).isEqualTo(Duration.ofDays(30));
        assertThat(report.newest()).isEmpty();
    }

    @Test
    void aMonthOnTheCalendarIsMeasuredAgainstWhatItWillHaveHad() {
        // June in Berlin began on May 31 at 22:00 UTC: 350 of 720 hours are over, 350,000 of 720,000 events came.
        ObjectiveWindow june = new ObjectiveWindow.Calendar(
                LocalDateTime.of(2026, 1, 1, 0, 0), Period.ofMonths(1), ZoneId.of("Europe/Berlin"));

        ObjectiveReport report = report(events(0.999, june, 0), hours(720, 1_000, 360));

        assertThat(report.from()).isEqualTo(Instant.parse("2026-05-31T22:00:00Z"));
        assertThat(report.to()).isEqualTo(Instant.parse("2026-06-30T22:00:00Z"));
        assertThat(report.budget().total()).isEqualTo(350_000);
        assertThat(report.budget().allowed()).isCloseTo(720, within(1e-6));
        assertThat(report.budget().spentShare().getAsDouble()).isCloseTo(0.5, within(1e-9));
        assertThat(report.standing())
                .as("99.897 % so far are under the target, and half of the month's budget is left")
                .isNotEqualTo(Standing.MISSED);
    }

    @Test
    void ifItGoesOnTheBudgetIsGoneOnADayThatCanBeReckoned() {
        // 720 may be bad. 12 an hour in the last day were 288; at 12 an hour 432 more are gone after 36 hours, in which
        // nothing bad drops out of the window.
        double[] bad = new double[24];
        Arrays.fill(bad, 12);

        ObjectiveReport report = report(events(0.999, MONTH, 0), hours(720, 1_000, bad));

        assertThat(Duration.between(NOW, report.forecast().orElseThrow().gone().orElseThrow()))
                .isBetween(Duration.ofHours(36), Duration.ofHours(37));
    }

    @Test
    void whatDropsOutOfARollingWindowIsReckonedWith() {
        // 700 of 720 are spent, all of them 29 days ago, and half an event an hour comes: they drop out in time.
        double[] bad = new double[720];
        bad[719 - 24] = 0;
        Arrays.fill(bad, 0, 24, 0.5);
        bad[719 - 2] = 700 - 12;

        ObjectiveReport report = report(events(0.999, MONTH, 0), hours(720, 1_000, bad));

        assertThat(report.standing()).isEqualTo(Standing.KEPT);
        assertThat(report.forecast().orElseThrow().gone()).isEmpty();
    }

    @Test
    void slicesOfTimeAreCountedInMinutes() {
        // A day of five minutes each: 288 slices, 1,440 minutes, of which 1 % may be bad: 14.4; three slices were.
        Instant start = NOW.minus(Duration.ofDays(1));
        Duration five = Duration.ofMinutes(5);
        double[] took = new double[288];
        Arrays.fill(took, 300);
        took[10] = 500;
        took[11] = 900;
        took[287] = 800;
        Objective objective = slices(0.99, new ObjectiveWindow.Rolling(Duration.ofDays(1)));
        List<Stretch> stretches = Bookkeeper.stretches(objective, start, NOW);
        Series series = Series.of(start, five, took);

        ObjectiveReport report = Reporter.report(
                objective,
                Bookkeeper.ledger(objective, stretches, (stretch, query) -> series),
                Bookkeeper.latest(objective, stretches, (stretch, query) -> series),
                NOW,
                Duration.ZERO);

        assertThat(stretches).containsExactly(new Stretch(start, NOW, five));
        assertThat(report.budget().total()).isEqualTo(1_440);
        assertThat(report.budget().spent()).isEqualTo(15);
        assertThat(report.standing()).isEqualTo(Standing.MISSED);
        assertThat(report.figure()).hasValue(800);
        assertThat(report.level()).isEqualTo(Level.WARNING);
    }

    @Test
    void gapsAreNoEventsAndWhatIsNotCountedDidNotHappen() {
        Objective objective = events(0.9, new ObjectiveWindow.Rolling(Duration.ofHours(1)), 0);
        Stretch stretch = new Stretch(NOW.minus(Duration.ofMinutes(3)), NOW, Duration.ofMinutes(1));
        Map<String, double[]> read =
                Map.of("Bad", new double[] {Double.NaN, Double.NaN, 20}, "All", new double[] {Double.NaN, 10, 10});

        Ledger ledger = Bookkeeper.ledger(
                objective,
                List.of(stretch),
                (whole, query) -> Series.of(
                        whole.from(), whole.period(), read.get(query.metric().name())));

        Ledger.Tally tally = ledger.between(stretch.from(), NOW);
        assertThat(tally.total()).isEqualTo(20);
        assertThat(tally.bad()).as("no more than there were").isEqualTo(10);
        assertThat(tally.unknown()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void theHistoryTellsHowMuchWasLeftAndOnWhichDaysItWasSpent() {
        // 30 days of 1,000 an hour; 360 bad ones two days ago: half of the budget.
        Ledger ledger = hours(1_440, 1_000, sixtyHoursAgo(360));

        ObjectiveReport report =
                Reporter.report(events(0.999, MONTH, 0), ledger, OptionalDouble.empty(), NOW, Duration.ofDays(30));

        assertThat(report.history()).hasSize(60).last().extracting(Left::at).isEqualTo(NOW);
        assertThat(report.history().getFirst().share()).hasValue(1);
        assertThat(report.history().getLast().share().getAsDouble()).isCloseTo(0.5, within(1e-9));
        assertThat(report.days())
                .filteredOn(day -> day.spentShare().orElse(0) > 0)
                .singleElement()
                .extracting(Day::day)
                .isEqualTo(LocalDate.of(2026, 6, 12));
    }

    private static double[] sixtyHoursAgo(double bad) {
        double[] latest = new double[61];
        latest[60] = bad;
        return latest;
    }
}
