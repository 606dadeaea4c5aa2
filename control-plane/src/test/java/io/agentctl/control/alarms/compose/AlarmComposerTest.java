package io.agentctl.control.alarms.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.agentctl.alarm.math.Calculation;
import io.agentctl.alarm.metric.AlarmRule;
import io.agentctl.alarm.metric.Comparison;
import io.agentctl.alarm.metric.MissingData;
import io.agentctl.control.alarms.definition.AlarmActions;
import io.agentctl.control.alarms.definition.AlarmDefinition;
import io.agentctl.control.alarms.definition.AlarmSpec;
import io.agentctl.control.alarms.definition.CompositeAlarm;
import io.agentctl.control.alarms.definition.MetricAlarm;
import io.agentctl.control.alarms.definition.Watched;
import io.agentctl.control.metrics.MetricId;
import io.agentctl.control.metrics.Statistic;
import io.agentctl.control.slo.Alerting;
import io.agentctl.control.slo.Alerting.Recipients;
import io.agentctl.control.slo.Backend;
import io.agentctl.control.slo.Budgeting;
import io.agentctl.control.slo.BurnRatePair;
import io.agentctl.control.slo.BurnRatePair.Urgency;
import io.agentctl.control.slo.Indicator;
import io.agentctl.control.slo.Objective;
import io.agentctl.control.yaml.Finding;
import io.agentctl.control.yaml.Node.Position;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class AlarmComposerTest {

    private static final BurnRatePair FAST =
            new BurnRatePair(0.02, Duration.ofHours(1), Duration.ofMinutes(5), Urgency.PAGE);

    private static Composition compose(Objective... objectives) {
        return AlarmComposer.compose(List.of(objectives), List.of(), SomeObjectives.AUDIENCE);
    }

    private static AlarmDefinition named(Composition composition, String name) {
        return composition
                .alarms()
                .filter(alarm -> alarm.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static AlarmRule rule(Composition composition, String name) {
        return ((MetricAlarm) named(composition, name)).rule();
    }

    @Test
    void theUsualPairsBecomeTwoMathAlarmsAndACompositeEach() {
        Composition composition = compose(SomeObjectives.ofEvents("availability", 0.999, Alerting.USUAL_PAIRS, 100));

        assertThat(composition.findings()).isEmpty();
        assertThat(composition.alarms().map(AlarmDefinition::name))
                .containsExactly(
                        "acme-availability-burn-1h-long",
                        "acme-availability-burn-1h-short",
                        "acme-availability-burn-1h",
                        "acme-availability-burn-6h-long",
                        "acme-availability-burn-6h-short",
                        "acme-availability-burn-6h",
                        "acme-availability-burn-1d-long",
                        "acme-availability-burn-1d-short",
                        "acme-availability-burn-1d",
                        "acme-availability-burn-3d-long",
                        "acme-availability-burn-3d-short",
                        "acme-availability-burn-3d");
        AlarmRule hour = rule(composition, "acme-availability-burn-1h-long");
        assertThat(hour.threshold()).isEqualTo(0.0144);
        assertThat(hour.periodSeconds()).isEqualTo(3600);
        assertThat(hour.evaluationPeriods()).isEqualTo(1);
        assertThat(hour.missing()).isEqualTo(MissingData.NOT_BREACHING);
        AlarmRule threeDays = rule(composition, "acme-availability-burn-3d-long");
        assertThat(threeDays.threshold()).isEqualTo(0.001);
        assertThat(threeDays.periodSeconds()).isEqualTo(86_400);
        assertThat(threeDays.datapointsToAlarm()).isEqualTo(3);
        assertThat(threeDays.evaluationPeriods()).isEqualTo(3);
    }

    @Test
    void aSlowerTierIsHeldBackByTheNextFasterOneAndTellsItsOwnPeople() {
        Composition composition = compose(SomeObjectives.ofEvents("availability", 0.999, Alerting.USUAL_PAIRS, 0));

        CompositeAlarm fastest = (CompositeAlarm) named(composition, "acme-availability-burn-1h");
        CompositeAlarm slow = (CompositeAlarm) named(composition, "acme-availability-burn-1d");
        assertThat(fastest.suppressor()).isEmpty();
        assertThat(fastest.rule())
                .isEqualTo("ALARM(\"acme-availability-burn-1h-long\") AND ALARM(\"acme-availability-burn-1h-short\")");
        assertThat(fastest.actions().alarm()).containsExactly(SomeObjectives.PAGES);
        assertThat(fastest.actions().ok()).containsExactly(SomeObjectives.PAGES);
        assertThat(slow.suppressor()).hasValueSatisfying(suppressor -> {
            assertThat(suppressor.alarm()).isEqualTo("acme-availability-burn-6h");
            assertThat(suppressor.times().waitSeconds()).isPositive();
            assertThat(suppressor.times().extensionSeconds()).isPositive();
        });
        assertThat(slow.actions().alarm()).containsExactly(SomeObjectives.TICKETS);
        assertThat(named(composition, "acme-availability-burn-1h-long")
                        .actions()
                        .all())
                .isEmpty();
    }

    @Test
    void theShareOfBadEventsIsThereWhereverTheTotalIs() throws Exception {
        assertThat(share(Indicator.Counted.BAD, 1, 100, new double[] {5, Double.NaN, 5, 1}, new double[] {
                    200, 200, Double.NaN, 50
                }))
                .containsExactly(0.025, 0, Double.NaN, 0);
        assertThat(share(Indicator.Counted.GOOD, 1, 0, new double[] {150, Double.NaN, 0}, new double[] {200, 10, 0}))
                .as("nothing good at all is a total failure")
                .containsExactly(0.25, 1, 0);
        assertThat(share(Indicator.Counted.BAD, 0.01, 0, new double[] {300}, new double[] {60}))
                .containsExactly(0.05);
    }

    private static double[] share(
            Indicator.Counted counted, double factor, double fewest, double[] events, double[] total) throws Exception {
        Indicator.Ratio plain = SomeObjectives.errors(counted);
        Indicator.Reading scaled =
                new Indicator.Reading(plain.events().metric(), plain.events().statistic(), Optional.empty(), factor);
        Watched.MetricMath math = BadShare.of(new Indicator.Ratio(counted, scaled, plain.total()), fewest);
        Map<String, String> expressions =
                Map.of(math.result(), math.expressions().getFirst().expression());
        return Calculation.of(Set.of("events", "total"), expressions, math.result())
                .compute(
                        Map.of("events", events, "total", total),
                        new io.agentctl.alarm.math.Times(0, 3600, total.length));
    }

    @Test
    void slicesOfAPercentileCountHowManyAreBadAndTellFewSamples() {
        Composition composition =
                compose(SomeObjectives.ofLatency("latency", 0.99, Duration.ofMinutes(5), List.of(FAST)));

        MetricAlarm hour = (MetricAlarm) named(composition, "acme-latency-burn-1h-long");
        assertThat(hour.watched()).isInstanceOf(Watched.Single.class);
        assertThat(hour.rule())
                .isEqualTo(new AlarmRule(
                        Comparison.GREATER_THAN, 500, 300, 12, 2, MissingData.MISSING, OptionalDouble.of(0.95)));
    }

    @Test
    void beyondADaySlicesAreAnHourLongAndThePlanSaysSo() {
        BurnRatePair slow = SomeObjectives.pair(0.1, Duration.ofDays(3), Duration.ofHours(6));
        Composition composition =
                compose(SomeObjectives.ofLatency("latency", 0.99, Duration.ofMinutes(5), List.of(slow)));

        AlarmRule rule = rule(composition, "acme-latency-burn-3d-long");
        assertThat(rule.periodSeconds()).isEqualTo(3600);
        assertThat(rule.evaluationPeriods()).isEqualTo(72);
        assertThat(composition.findings()).singleElement().satisfies(finding -> assertThat(finding.text())
                .startsWith("slos.yaml:7:3: note: latency, 3d and 6h: ")
                .contains("an hour long"));
    }

    @Test
    void aPairThatCanNeverFireIsAnErrorAndTheOthersAreMade() {
        Composition composition = compose(SomeObjectives.ofEvents("half", 0.9, Alerting.USUAL_PAIRS, 0));

        assertThat(AlarmComposer.errors(composition.findings())).singleElement().satisfies(finding -> assertThat(
                        finding.text())
                .startsWith("slos.yaml:7:3: error: half, 1h and 5m: it could never fire")
                .contains("90%", "14.4 times", "10 times at most"));
        assertThat(composition.groups().getFirst().tiers()).hasSize(3);
    }

    @Test
    void windowsThatPeriodsCannotMakeAreErrors() {
        Composition composition = compose(SomeObjectives.ofEvents(
                "availability",
                0.999,
                List.of(
                        SomeObjectives.pair(0.1, Duration.ofHours(36), Duration.ofHours(1)),
                        SomeObjectives.pair(0.1, Duration.ofDays(8), Duration.ofHours(1)),
                        SomeObjectives.pair(0.1, Duration.ofHours(1), Duration.ofSeconds(90))),
                0));

        assertThat(composition.findings())
                .extracting(Finding::message)
                .hasSize(3)
                .satisfiesExactlyInAnyOrder(
                        message -> assertThat(message).contains("36h and 1h", "made of days"),
                        message -> assertThat(message).contains("8d and 1h", "a week at most"),
                        message -> assertThat(message).contains("90s", "multiple of a minute"));
    }

    @Test
    void missingDataIsTreatedByWhatIsMeasured() {
        Indicator.Reading requests = new Indicator.Reading(
                MetricId.of("acme/API", "ResponseTime", Map.of()), Statistic.SAMPLE_COUNT, Optional.empty(), 1);
        Composition composition = compose(
                SomeObjectives.of(
                        "throughput",
                        new Indicator.Threshold(requests, Comparison.GREATER_OR_EQUAL, 1000),
                        0.99,
                        new Budgeting.TimeSlices(Duration.ofMinutes(1), 1),
                        List.of(FAST),
                        0),
                SomeObjectives.of(
                        "failures",
                        new Indicator.Threshold(requests, Comparison.LESS_OR_EQUAL, 10),
                        0.99,
                        new Budgeting.Occurrences(),
                        List.of(FAST),
                        0));

        assertThat(rule(composition, "acme-throughput-burn-1h-long").missing()).isEqualTo(MissingData.BREACHING);
        assertThat(rule(composition, "acme-throughput-burn-1h-long").comparison())
                .isEqualTo(Comparison.LESS_THAN);
        assertThat(rule(composition, "acme-failures-burn-1h-long").missing()).isEqualTo(MissingData.NOT_BREACHING);
    }

    @Test
    void specsBecomeTheAlarmsThatTheySayInAnOrderThatAwsTakes() {
        AlarmSpec slow = SomeObjectives.spec("acme-slow", 750);
        AlarmSpec both = new AlarmSpec(
                new CompositeAlarm(
                        "both", "", AlarmActions.NONE, "ALARM(acme-slow)", Optional.empty(), new TreeMap<>()),
                new Position("slos.yaml", 9, 3));

        Composition composition = AlarmComposer.compose(List.of(), List.of(both, slow), SomeObjectives.AUDIENCE);

        assertThat(composition.alarms().map(AlarmDefinition::name)).containsExactly("acme-slow", "both");
        MetricAlarm alarm = (MetricAlarm) named(composition, "acme-slow");
        assertThat(alarm.rule()).isEqualTo(((MetricAlarm) slow.definition()).rule());
        assertThat(alarm.actions().alarm()).as("by its name").containsExactly(SomeObjectives.PAGES);
        assertThat(composition.findings()).singleElement().satisfies(finding -> assertThat(finding.text())
                .startsWith("slos.yaml:9:3: note: both: its name does not begin with acme-"));
    }

    @Test
    void lackOfDataIsToldByTheLongAlarmOfTheFirstTierOfItsUrgency() {
        Objective plain = SomeObjectives.ofEvents("availability", 0.999, Alerting.USUAL_PAIRS, 0);
        TreeMap<Urgency, Recipients> told =
                new TreeMap<>(Map.of(Urgency.PAGE, new Recipients(List.of("pages"), List.of(), List.of("tickets"))));
        Composition composition = compose(new Objective(
                plain.name(),
                plain.service(),
                "",
                plain.indicator(),
                plain.target(),
                plain.budgeting(),
                plain.window(),
                new Alerting(Alerting.USUAL_PAIRS, 0, told, Backend.ALARMS),
                plain.levels(),
                plain.position()));

        assertThat(named(composition, "acme-availability-burn-1h-long")
                        .actions()
                        .insufficientData())
                .containsExactly(SomeObjectives.TICKETS);
        assertThat(rule(composition, "acme-availability-burn-1h-long").missing())
                .isEqualTo(MissingData.MISSING);
        assertThat(named(composition, "acme-availability-burn-6h-long")
                        .actions()
                        .all())
                .isEmpty();
    }

    @Property
    void aTotalFailureIsToldWithinTheLongWindowAndBeforeMoreThanItsShareIsSpent(
            @ForAll @DoubleRange(min = 0.9, max = 0.9999) @Scale(4) double target,
            @ForAll @IntRange(min = 1, max = 24) int hours) {
        BurnRatePair pair = SomeObjectives.pair(0.02, Duration.ofHours(hours), Duration.ofMinutes(5));
        Composition composition = compose(SomeObjectives.ofEvents("any", target, List.of(pair), 0));

        composition.groups().getFirst().tiers().forEach(tier -> {
            assertThat(tier.outage()).isLessThanOrEqualTo(pair.longWindow());
            double least = 60 / (1 - target) / Duration.ofDays(30).toSeconds();
            double second = 2 / (1 - target) / Duration.ofDays(30).toSeconds();
            assertThat(tier.outageSpent()).isLessThanOrEqualTo(Math.min(1, Math.max(0.02, least) + second));
            assertThat(tier.share()).isEqualTo(tier.factor() * (1 - target), offset(1e-6));
        });
    }
}
