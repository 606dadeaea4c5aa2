package io.agentctl.control.alarms.signals;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agentctl.alarm.metric.Comparison;
import io.agentctl.control.alarms.signals.SignalsObjective.Basis;
import io.agentctl.control.slo.Budgeting;
import io.agentctl.control.slo.BurnRatePair;
import io.agentctl.control.slo.Indicator;
import io.agentctl.control.slo.Objective;
import io.agentctl.control.slo.ObjectiveWindow;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Turns objectives into requests of Application Signals (service model application-signals,
 * CreateServiceLevelObjective).
 */
public final class SignalsComposer {

    private static final int MINUTE = 60;
    /** Bounds of the service model: SLIPeriodSeconds, BurnRateConfigurations, BurnRateLookBackWindowMinutes. */
    private static final int LONGEST_PERIOD = 900;

    private static final int MOST_BURN_RATES = 10;
    private static final long LONGEST_LOOK_BACK = 10_080;

    private final Objective objective;
    private final List<String> lost = new ArrayList<>();
    private final ObjectNode request = JsonNodeFactory.instance.objectNode();

    private SignalsComposer(Objective objective) {
        this.objective = objective;
    }

    /** The same input gives the same request. */
    public static SignalsObjective of(Objective objective) {
        return new SignalsComposer(objective).compose();
    }

    private SignalsObjective compose() {
        request.put("Name", objective.name());
        if (!objective.description().isBlank()) {
            request.put("Description", objective.description());
        }
        Basis basis =
                switch (objective.indicator()) {
                    case Indicator.Ratio ratio ->
                        switch (objective.budgeting()) {
                            case Budgeting.Occurrences ignored -> requests(ratio);
                            case Budgeting.TimeSlices slices -> periods(ratio, slices);
                        };
                    case Indicator.Threshold threshold -> periods(threshold);
                };
        goal();
        burnRates();
        return new SignalsObjective(objective.name(), basis, request, lost);
    }

    private Basis requests(Indicator.Ratio ratio) {
        ObjectNode metric = request.putObject("RequestBasedSliConfig").putObject("RequestBasedSliMetricConfig");
        new Queries(metric.putArray("TotalRequestCountMetric"), MINUTE).result("total", ratio.total());
        String counted = ratio.counted() == Indicator.Counted.BAD ? "BadCountMetric" : "GoodCountMetric";
        ArrayNode events = metric.putObject("MonitoredRequestCountMetric").putArray(counted);
        new Queries(events, MINUTE).result("events", ratio.events());
        return Basis.REQUESTS;
    }

    private Basis periods(Indicator.Ratio ratio, Budgeting.TimeSlices slices) {
        ObjectNode config = request.putObject("SliConfig");
        ArrayNode list = config.putObject("SliMetricConfig").putArray("MetricDataQueries");
        Queries queries = new Queries(list, period(slices.slice()));
        queries.hidden("events", ratio.events());
        queries.hidden("total", ratio.total());
        String share = queries.times("events", ratio.events()) + " / " + queries.times("total", ratio.total());
        queries.expression("good", ratio.counted() == Indicator.Counted.BAD ? "1 - " + share : share);
        config.put("MetricThreshold", slices.goodFrom());
        config.put("ComparisonOperator", "GreaterThanOrEqualTo");
        return Basis.PERIODS;
    }

    private Basis periods(Indicator.Threshold threshold) {
        int period =
                switch (objective.budgeting()) {
                    case Budgeting.TimeSlices slices -> period(slices.slice());
                    case Budgeting.Occurrences ignored -> {
                        lost.add("a figure with a limit is judged by the minute there, not by the event");
                        yield MINUTE;
                    }
                };
        ObjectNode config = request.putObject("SliConfig");
        new Queries(config.putObject("SliMetricConfig").putArray("MetricDataQueries"), period)
                .result("figure", threshold.figure());
        config.put("MetricThreshold", threshold.limit());
        config.put("ComparisonOperator", operator(threshold.good()));
        return Basis.PERIODS;
    }

    private int period(Duration slice) {
        if (slice.toSeconds() > LONGEST_PERIOD) {
            lost.add("slices are " + LONGEST_PERIOD / MINUTE + " minutes at most there, not " + slice.toMinutes());
        }
        return (int) Math.min(slice.toSeconds(), LONGEST_PERIOD);
    }

    private static String operator(Comparison good) {
        return switch (good) {
            case GREATER_THAN -> "GreaterThan";
            case GREATER_OR_EQUAL -> "GreaterThanOrEqualTo";
            case LESS_THAN -> "LessThan";
            case LESS_OR_EQUAL -> "LessThanOrEqualTo";
        };
    }

    @SuppressWarnings("JavaPeriodGetDays") // A calendar window has months or days, never both.
    private void goal() {
        ObjectNode goal = request.putObject("Goal");
        goal.put("AttainmentGoal", Math.round(objective.target() * 1e8) / 1e6);
        ObjectNode interval = goal.putObject("Interval");
        switch (objective.window()) {
            case ObjectiveWindow.Rolling rolling -> {
                Duration length = rolling.length();
                boolean days = length.toSeconds() % Duration.ofDays(1).toSeconds() == 0;
                interval.putObject("RollingInterval")
                        .put("DurationUnit", days ? "DAY" : "MINUTE")
                        .put("Duration", days ? length.toDays() : length.toMinutes());
            }
            case ObjectiveWindow.Calendar calendar -> {
                if (!calendar.zone().getRules().isFixedOffset()) {
                    lost.add("windows there do not follow " + calendar.zone() + " when its clocks change");
                }
                Period each = calendar.each();
                boolean months = each.toTotalMonths() > 0;
                interval.putObject("CalendarInterval")
                        .put(
                                "StartTime",
                                calendar.start().atZone(calendar.zone()).toEpochSecond())
                        .put("DurationUnit", months ? "MONTH" : "DAY")
                        .put("Duration", months ? each.toTotalMonths() : each.getDays());
            }
        }
    }

    /** There, a burn rate is a metric: whom it tells takes alarms all the same. */
    private void burnRates() {
        List<BurnRatePair> pairs = objective.alerting().pairs();
        if (pairs.isEmpty()) {
            return;
        }
        List<Long> minutes = pairs.stream()
                .flatMap(pair -> Stream.of(pair.longWindow(), pair.shortWindow()))
                .map(Duration::toMinutes)
                .distinct()
                .sorted()
                .toList();
        ArrayNode rates = request.putArray("BurnRateConfigurations");
        minutes.stream()
                .filter(minute -> minute <= LONGEST_LOOK_BACK)
                .limit(MOST_BURN_RATES)
                .forEach(minute -> rates.addObject().put("LookBackWindowMinutes", minute));
        if (rates.size() < minutes.size()) {
            lost.add("burn rates are of up to " + MOST_BURN_RATES + " windows, of a week at most");
        }
        lost.add("it tells nobody by itself: each of the " + pairs.size()
                + " pairs of windows still takes two alarms, on its burn rates, and a composite");
        if (objective.alerting().fewestEvents() > 0) {
            lost.add("its burn rates know no fewest number of events: one failure of three requests burns");
        }
    }
}
