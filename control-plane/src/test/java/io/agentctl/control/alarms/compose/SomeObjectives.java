package io.agentctl.control.alarms.compose;

import io.agentctl.alarm.metric.AlarmRule;
import io.agentctl.alarm.metric.Comparison;
import io.agentctl.alarm.metric.MissingData;
import io.agentctl.control.alarms.definition.AlarmActions;
import io.agentctl.control.alarms.definition.AlarmSpec;
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
import io.agentctl.control.slo.ObjectiveWindow;
import io.agentctl.control.yaml.Node.Position;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Objectives to plan with. */
public final class SomeObjectives {

    public static final String PAGES = "arn:aws:sns:us-east-1:123456789012:pages";
    public static final String TICKETS = "arn:aws:sns:us-east-1:123456789012:tickets";

    /** Who is told where an objective names nobody. */
    public static final Map<Urgency, Recipients> USUAL = Map.of(
            Urgency.PAGE, new Recipients(List.of("pages"), List.of("pages"), List.of()),
            Urgency.TICKET, new Recipients(List.of("tickets"), List.of(), List.of()));

    public static final Audience AUDIENCE = new Audience("acme", "123456789012", "us-east-1", USUAL);

    private SomeObjectives() {}

    /** A share of requests that failed, of Lambda's own metrics. */
    public static Objective ofEvents(String name, double target, List<BurnRatePair> pairs, double fewest) {
        return of(name, errors(Indicator.Counted.BAD), target, new Budgeting.Occurrences(), pairs, fewest);
    }

    public static Indicator.Ratio errors(Indicator.Counted counted) {
        return new Indicator.Ratio(counted, counts("Errors"), counts("Invocations"));
    }

    private static Indicator.Reading counts(String metric) {
        return new Indicator.Reading(
                MetricId.of("AWS/Lambda", metric, Map.of("FunctionName", "worker")),
                Statistic.SUM,
                Optional.empty(),
                1);
    }

    /** A percentile of durations under a limit, in slices. */
    public static Objective ofLatency(String name, double target, Duration slice, List<BurnRatePair> pairs) {
        return of(
                name,
                new Indicator.Threshold(latency(), Comparison.LESS_OR_EQUAL, 500),
                target,
                new Budgeting.TimeSlices(slice, 1),
                pairs,
                0);
    }

    public static Indicator.Reading latency() {
        return new Indicator.Reading(
                MetricId.of("acme/API", "ResponseTime", Map.of()), Statistic.percentile(95), Optional.empty(), 1);
    }

    public static Objective of(
            String name,
            Indicator indicator,
            double target,
            Budgeting budgeting,
            List<BurnRatePair> pairs,
            double fewest) {
        return new Objective(
                name,
                "api",
                "",
                indicator,
                target,
                budgeting,
                new ObjectiveWindow.Rolling(Duration.ofDays(30)),
                new Alerting(pairs, fewest, new TreeMap<>(), Backend.ALARMS),
                new Objective.Levels(99, OptionalDouble.empty(), OptionalDouble.empty(), false),
                new Position("slos.yaml", 7, 3));
    }

    /** A plain alarm on the percentile, which tells the topic that is called pages. */
    public static AlarmSpec spec(String name, double limit) {
        AlarmRule rule =
                new AlarmRule(Comparison.GREATER_THAN, limit, 300, 2, 2, MissingData.MISSING, OptionalDouble.empty());
        return spec(name, rule);
    }

    public static AlarmSpec spec(String name, AlarmRule rule) {
        Indicator.Reading latency = latency();
        return new AlarmSpec(
                new MetricAlarm(
                        name,
                        "p95 of answers",
                        new AlarmActions(true, List.of("pages"), List.of(), List.of()),
                        new Watched.Single(latency.metric(), latency.statistic(), latency.unit()),
                        rule,
                        new TreeMap<>(Map.of("team", "runtime"))),
                new Position("slos.yaml", 1, 1));
    }

    public static BurnRatePair pair(double share, Duration longWindow, Duration shortWindow) {
        return new BurnRatePair(share, longWindow, shortWindow, Urgency.PAGE);
    }
}
