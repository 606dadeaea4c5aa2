package io.agentctl.control.alarms.signals;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agentctl.alarm.metric.Comparison;
import io.agentctl.control.alarms.compose.BurnRates;
import io.agentctl.control.alarms.definition.Ownership;
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

/**
 * Turns objectives into requests of Application Signals (service model application-signals,
 * CreateServiceLevelObjective).
 */
public final class SignalsComposer {

    private static final int MINUTE = 60;
    /** Bound of the service model: SLIPeriodSeconds. */
    private static final int LONGEST_PERIOD = 900;

    /** Share of the budget, in percent, from which on Application Signals itself shows a warning: its own default. */
    private static final double WARNING = 50;

    private static final int LONGEST_DESCRIPTION = 1_024;

    private final Objective objective;
    private final String project;
    private final List<String> lost = new ArrayList<>();
    private final ObjectNode request = JsonNodeFactory.instance.objectNode();

    private SignalsComposer(Objective objective, String project) {
        this.objective = objective;
        this.project = project;
    }

    /** The same input gives the same request. */
    public static SignalsObjective of(Objective objective, String project) {
        return new SignalsComposer(objective, project).compose();
    }

    /** Stands for what an objective does: all of it but its description and tags. */
    static String hash(ObjectNode request) {
        return Ownership.hash(SignalsJson.write(
                request.deepCopy().without(List.of(SignalsJson.NAME, SignalsJson.DESCRIPTION, SignalsJson.TAGS))));
    }

    private SignalsObjective compose() {
        String name = BurnRates.objective(project, objective.name());
        request.put(SignalsJson.NAME, name);
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
        return new SignalsObjective(name, basis, claimed(), lost);
    }

    /** With its owner in tags and description, as alarms have it. */
    private ObjectNode claimed() {
        ObjectNode plain = SignalsJson.read(SignalsForm.text(request));
        String text = objective.description().isBlank() ? objective.promise() : objective.description();
        plain.put(
                SignalsJson.DESCRIPTION,
                Ownership.marked(text, new Ownership(project, objective.name(), hash(plain)), LONGEST_DESCRIPTION));
        return SignalsJson.tagged(plain, Ownership.tags(project, objective.name()));
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
        goal.put("WarningThreshold", WARNING);
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
                                calendar.start()
                                        .atZone(calendar.zone())
                                        .toInstant()
                                        .toString())
                        .put("DurationUnit", months ? "MONTH" : "DAY")
                        .put("Duration", months ? each.toTotalMonths() : each.getDays());
            }
        }
    }

    /** There, a burn rate is a metric: alarms look at it, and tell people. */
    private void burnRates() {
        List<BurnRatePair> pairs = objective.alerting().pairs();
        if (pairs.isEmpty()) {
            return;
        }
        List<Duration> windows = BurnRates.windows(pairs);
        ArrayNode rates = request.putArray(SignalsJson.BURN_RATES);
        windows.stream()
                .filter(window -> window.compareTo(BurnRates.LONGEST) <= 0)
                .limit(BurnRates.MOST)
                .forEach(window -> rates.addObject().put("LookBackWindowMinutes", window.toMinutes()));
        if (rates.size() < windows.size()) {
            lost.add("burn rates are of up to " + BurnRates.MOST + " windows, of a week at most");
        }
        if (objective.alerting().fewestEvents() > 0) {
            lost.add("its burn rates know no fewest number of events: one failure of three requests burns");
        }
    }
}
