package io.agentctl.control.alarms.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.alarm.composite.Suppression;
import io.agentctl.alarm.metric.AlarmRule;
import io.agentctl.alarm.metric.Comparison;
import io.agentctl.alarm.metric.MissingData;
import io.agentctl.control.alarms.backtest.AlarmHistory.Span;
import io.agentctl.control.alarms.backtest.Incident;
import io.agentctl.control.alarms.definition.AlarmActions;
import io.agentctl.control.alarms.definition.AlarmDefinition;
import io.agentctl.control.alarms.definition.CompositeAlarm;
import io.agentctl.control.alarms.definition.MetricAlarm;
import io.agentctl.control.alarms.definition.Watched;
import io.agentctl.control.metrics.MetricId;
import io.agentctl.control.metrics.Statistic;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ReplayTest {

    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final int LENGTH = 120;
    private static final Minutes MINUTES = Minutes.between(START, START.plus(Duration.ofMinutes(LENGTH)));
    private static final AlarmActions PAGES =
            new AlarmActions(true, List.of("arn:aws:sns:eu-central-1:1:page"), List.of(), List.of());

    /** The value of each minute by metric; the minute that ends at START is the first. */
    private final Map<String, double[]> measured = new HashMap<>();

    private final Measured history = (metric, period) -> Windowed.of(
            START.getEpochSecond(),
            period,
            SlidingWindows.maxima(measured.get(metric.metric().name()), period / 60));

    private double[] flat(String metric, double value) {
        double[] values = new double[LENGTH];
        Arrays.fill(values, value);
        measured.put(metric, values);
        return values;
    }

    private static Watched.Single metric(String name) {
        return new Watched.Single(MetricId.of("shop/API", name, Map.of()), Statistic.MAXIMUM, Optional.empty());
    }

    private static AlarmRule above(double threshold, int periodSeconds, int datapoints, int periods) {
        return new AlarmRule(
                Comparison.GREATER_THAN,
                threshold,
                periodSeconds,
                periods,
                datapoints,
                MissingData.MISSING,
                OptionalDouble.empty());
    }

    private static MetricAlarm alarm(String name, Watched watched, AlarmRule rule, AlarmActions actions) {
        return new MetricAlarm(name, "", actions, watched, rule, new TreeMap<>());
    }

    private static CompositeAlarm composite(String name, String rule, Optional<CompositeAlarm.Suppressor> suppressor) {
        return new CompositeAlarm(name, "", PAGES, rule, suppressor, new TreeMap<>());
    }

    private Replay play(List<Incident> incidents, AlarmDefinition... alarms) {
        return Replay.of(List.of(alarms), List.of(), history, MINUTES, incidents);
    }

    private static Instant minute(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    private static AlarmResult named(Replay replay, String name) {
        return replay.alarms().stream()
                .filter(alarm -> alarm.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anAlarmFiresWithItsSlidPeriodsAndIsScoredAgainstIncidents() {
        double[] latency = flat("latency", 100);
        latency[30] = 900;
        latency[80] = 900;
        Replay replay = play(
                List.of(new Incident(minute(27), minute(40))),
                alarm("slow", metric("latency"), above(750, 300, 1, 1), PAGES));
        AlarmResult slow = named(replay, "slow");
        assertThat(slow.alarms())
                .extracting(Span::from, Span::to)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(minute(30), minute(35)),
                        org.assertj.core.groups.Tuple.tuple(minute(80), minute(85)));
        assertThat(slow.score().delays()).containsExactly(Duration.ofMinutes(3));
        assertThat(slow.score().falsePages()).isEqualTo(1);
        assertThat(replay.pages()).extracting(Replay.Page::at).containsExactly(minute(30), minute(80));
    }

    @Test
    void mathAtOnceIsTheMathOfEachMinute() {
        double[] bad = flat("bad", 1);
        double[] total = flat("total", 100);
        Arrays.fill(bad, 50, 60, 40);
        Arrays.fill(total, 70, 80, 2);
        total[90] = Double.NaN;
        List<Watched.Input> inputs =
                List.of(new Watched.Input("bad", metric("bad")), new Watched.Input("total", metric("total")));
        Watched atOnce = new Watched.MetricMath(
                inputs, List.of(new Watched.Formula("e", "IF(total > 10, bad / total)", "")), "e");
        Watched eachMinute = new Watched.MetricMath(
                inputs,
                List.of(new Watched.Formula("e", "IF(total > 10, bad / total) + 0 * MAX(FILL(bad, REPEAT))", "")),
                "e");
        Replay replay = play(
                List.of(),
                alarm("atOnce", atOnce, above(0.1, 60, 2, 3), PAGES),
                alarm("eachMinute", eachMinute, above(0.1, 60, 2, 3), PAGES));
        assertThat(named(replay, "atOnce").alarms()).extracting(Span::from).containsExactly(minute(51));
        assertThat(named(replay, "atOnce").alarms())
                .isEqualTo(named(replay, "eachMinute").alarms());
        assertThat(named(replay, "atOnce").uncertain())
                .isEqualTo(named(replay, "eachMinute").uncertain());
    }

    @Test
    void aSuppressorHoldsActionsBackAndWhatLastsLongerPagesAfterTheExtension() {
        double[] latency = flat("latency", 100);
        double[] errors = flat("errors", 0);
        Arrays.fill(latency, 20, 40, 900);
        Arrays.fill(errors, 20, 30, 50);
        Arrays.fill(latency, 60, 66, 900);
        Arrays.fill(errors, 61, 70, 50);
        Replay replay = play(
                List.of(),
                alarm("latency", metric("latency"), above(750, 60, 1, 1), AlarmActions.NONE),
                alarm("errors", metric("errors"), above(10, 60, 1, 1), PAGES),
                composite(
                        "quiet",
                        "ALARM(\"latency\")",
                        Optional.of(new CompositeAlarm.Suppressor(
                                "arn:aws:cloudwatch:eu-central-1:1:alarm:errors", new Suppression.Times(120, 180)))));
        AlarmResult quiet = named(replay, "quiet");
        assertThat(quiet.alarms()).extracting(Span::from).containsExactly(minute(20), minute(60));
        assertThat(quiet.pages()).containsExactly(minute(33));
        assertThat(quiet.heldBack()).isEqualTo(1);
        assertThat(named(replay, "latency").tells()).isFalse();
        assertThat(replay.pages()).extracting(Replay.Page::alarm).containsExactly("errors", "quiet", "errors");
    }

    @Test
    void whatIsMissingIsMarkedWithFromAndToWhereItDecides() {
        double[] latency = flat("latency", 100);
        double[] errors = flat("errors", 0);
        Arrays.fill(latency, 20, 40, Double.NaN);
        Arrays.fill(errors, 30, 35, 50);
        Replay replay = play(
                List.of(),
                alarm("latency", metric("latency"), above(750, 60, 1, 1), PAGES),
                alarm("errors", metric("errors"), above(10, 60, 1, 1), PAGES),
                composite("both", "ALARM(latency) AND ALARM(errors)", Optional.empty()));
        assertThat(named(replay, "latency").uncertain()).containsExactly(new Stretch(minute(22), minute(40)));
        assertThat(named(replay, "errors").uncertain()).isEmpty();
        assertThat(named(replay, "both").uncertain()).containsExactly(new Stretch(minute(30), minute(35)));
    }

    @Test
    void whatCannotBeTriedSaysWhy() {
        flat("latency", 100);
        Replay replay = play(
                List.of(),
                alarm(
                        "broken",
                        new Watched.MetricMath(
                                List.of(new Watched.Input("m", metric("latency"))),
                                List.of(new Watched.Formula("e", "m + nothing", "")),
                                "e"),
                        above(1, 60, 1, 1),
                        PAGES),
                alarm("fast", metric("latency"), above(1, 10, 1, 1), PAGES),
                composite("onBroken", "ALARM(broken)", Optional.empty()),
                composite("onNothing", "ALARM(gone)", Optional.empty()),
                composite("one", "ALARM(two)", Optional.empty()),
                composite("two", "OK(one)", Optional.empty()),
                composite("unread", "ALARM(", Optional.empty()));
        assertThat(replay.alarms()).isEmpty();
        assertThat(replay.untried())
                .containsEntry(
                        "broken", "expression e, column 5: no metric or expression is called nothing; there are e, m")
                .containsEntry("fast", "its data of less than a minute is kept for three hours only")
                .containsEntry("onBroken", "it rests on an alarm that cannot be tried")
                .containsEntry("onNothing", "it rests on gone, which does not exist")
                .containsEntry("one", "it is in a cycle: one, two")
                .containsEntry("two", "it is in a cycle: one, two")
                .containsEntry("unread", "its rule, column 7: expected the name of an alarm");
    }

    @Test
    void onlyThoseThatAreNamedAreTriedAndThoseTheyRestOn() {
        flat("latency", 100);
        Replay replay = Replay.of(
                List.of(
                        alarm("child", metric("latency"), above(1, 60, 1, 1), AlarmActions.NONE),
                        alarm("other", metric("latency"), above(1, 60, 1, 1), PAGES),
                        composite("parent", "ALARM(child)", Optional.empty())),
                List.of("parent"),
                history,
                MINUTES,
                List.of());
        assertThat(replay.alarms()).extracting(AlarmResult::name).containsExactly("child", "parent");
    }
}
