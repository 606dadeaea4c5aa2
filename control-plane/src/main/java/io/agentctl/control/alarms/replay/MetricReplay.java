package io.agentctl.control.alarms.replay;

import io.agentctl.alarm.AlarmState;
import io.agentctl.alarm.math.Calculation;
import io.agentctl.alarm.math.ExpressionException;
import io.agentctl.alarm.math.Times;
import io.agentctl.alarm.metric.AlarmRule;
import io.agentctl.alarm.metric.DatapointSource;
import io.agentctl.alarm.metric.MathSource;
import io.agentctl.alarm.metric.MetricEvaluator;
import io.agentctl.alarm.metric.Verdict;
import io.agentctl.control.alarms.definition.MetricAlarm;
import io.agentctl.control.alarms.definition.Watched;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Plays a metric alarm. */
final class MetricReplay {

    private MetricReplay() {}

    /** @throws ExpressionException if its math cannot be read */
    static Timeline play(MetricAlarm alarm, Measured measured, Minutes minutes) throws ExpressionException {
        AlarmRule rule = alarm.rule();
        DatapointSource source = source(alarm, measured);
        Instant exactFrom = measured.exactFrom(rule.periodSeconds());
        long reach = (long) rule.periodSeconds() * rule.evaluationPeriods();
        Timeline timeline = new Timeline(minutes);
        AlarmState state = AlarmState.INSUFFICIENT_DATA;
        int step = Math.max(1, rule.evaluatedEverySeconds() / Minutes.MINUTE);
        for (int minute = 0; minute < minutes.count(); minute += step) {
            long second = minutes.second(minute);
            Verdict verdict = MetricEvaluator.evaluate(rule, source.before(second, rule.rangePeriods()), state);
            boolean doubtful = restsOnMissing(rule, verdict)
                    || Instant.ofEpochSecond(second - reach).isBefore(exactFrom);
            if (verdict.state() == AlarmState.ALARM && state != AlarmState.ALARM) {
                timeline.page(minute);
            }
            state = verdict.state();
            for (int held = minute; held < Math.min(minute + step, minutes.count()); held++) {
                timeline.set(held, state);
                if (doubtful) {
                    timeline.doubt(held);
                }
            }
        }
        return timeline;
    }

    /** Whether the periods that are missing could have turned the state, had they been measured. */
    private static boolean restsOnMissing(AlarmRule rule, Verdict verdict) {
        int missing = rule.evaluationPeriods() - verdict.considered().size();
        if (missing == 0 || verdict.basis() == Verdict.Basis.KEPT_FOR_FEW_SAMPLES) {
            return false;
        }
        int breaching = (int) verdict.considered().stream()
                .filter(value -> rule.comparison().breaches(value, rule.threshold()))
                .count();
        return breaching < rule.datapointsToAlarm() && breaching + missing >= rule.datapointsToAlarm();
    }

    private static DatapointSource source(MetricAlarm alarm, Measured measured) throws ExpressionException {
        int period = alarm.rule().periodSeconds();
        return switch (alarm.watched()) {
            case Watched.Single single -> measured.read(single, period);
            case Watched.MetricMath math -> math(math, measured, period);
        };
    }

    private static DatapointSource math(Watched.MetricMath math, Measured measured, int period)
            throws ExpressionException {
        Map<String, Windowed> inputs = new LinkedHashMap<>();
        math.metrics().forEach(input -> inputs.put(input.id(), measured.read(input.metric(), period)));
        Map<String, String> expressions = new LinkedHashMap<>();
        math.expressions().forEach(formula -> expressions.put(formula.id(), formula.expression()));
        Calculation calculation = Calculation.of(inputs.keySet(), expressions, math.result());
        return calculation.isPointwise() && !inputs.isEmpty()
                ? atOnce(inputs, calculation, period)
                : new MathSource(Map.copyOf(inputs), calculation, period);
    }

    /** Over the whole history at once, which takes a hundredth of the time. */
    private static DatapointSource atOnce(Map<String, Windowed> inputs, Calculation calculation, int period) {
        long since =
                inputs.values().stream().mapToLong(Windowed::firstEnd).max().orElseThrow();
        Map<String, double[]> values = new HashMap<>();
        inputs.forEach((id, input) -> values.put(id, input.since(since).values()));
        int count = values.values().iterator().next().length;
        Times times = new Times(since - period, Minutes.MINUTE, count);
        return Windowed.of(since, period, calculation.compute(values, times));
    }
}
