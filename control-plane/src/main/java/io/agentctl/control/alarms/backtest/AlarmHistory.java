package io.agentctl.control.alarms.backtest;

import io.agentctl.alarm.AlarmState;
import io.agentctl.alarm.metric.AlarmRule;
import io.agentctl.alarm.metric.DatapointSource;
import io.agentctl.alarm.metric.Datapoints;
import io.agentctl.alarm.metric.MetricEvaluator;
import io.agentctl.alarm.metric.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The states that an alarm would have had.
 *
 * @param states one after the other without a gap
 * @param uncertain how long some of the data that counted was missing, so that the state rests on how missing data is
 *     treated
 */
public record AlarmHistory(List<Span> states, Duration uncertain) {

    /** A state from one time to before another. */
    public record Span(AlarmState state, Instant from, Instant to) {}

    public AlarmHistory {
        states = List.copyOf(states);
    }

    /**
     * Plays an alarm over a stretch of time, as CloudWatch decides: each minute, or each hour where it looks far back.
     *
     * @param from the first decision, on a whole minute
     * @param to before which decisions are made
     */
    public static AlarmHistory of(AlarmRule rule, DatapointSource source, Instant from, Instant to) {
        List<Span> states = new ArrayList<>();
        AlarmState state = AlarmState.INSUFFICIENT_DATA;
        long since = from.getEpochSecond();
        long uncertain = 0;
        int step = rule.evaluatedEverySeconds();
        long end = to.getEpochSecond();
        for (long second = since; second < end; second += step) {
            Datapoints range = source.before(second, rule.rangePeriods());
            Verdict verdict = MetricEvaluator.evaluate(rule, range, state);
            if (verdict.considered().size() < rule.evaluationPeriods()) {
                uncertain += step;
            }
            if (verdict.state() != state) {
                if (second > since) {
                    states.add(new Span(state, Instant.ofEpochSecond(since), Instant.ofEpochSecond(second)));
                }
                state = verdict.state();
                since = second;
            }
        }
        if (end > since) {
            states.add(new Span(state, Instant.ofEpochSecond(since), to));
        }
        return new AlarmHistory(states, Duration.ofSeconds(uncertain));
    }

    /** The times in ALARM. */
    public List<Span> alarms() {
        return states.stream().filter(span -> span.state() == AlarmState.ALARM).toList();
    }

    /** The times in which one of two alarms, or both, were in ALARM. */
    static List<Span> merged(List<Span> first, List<Span> second) {
        List<Span> all = new ArrayList<>(first);
        all.addAll(second);
        all.sort(Comparator.comparing(Span::from));
        List<Span> merged = new ArrayList<>();
        for (Span span : all) {
            if (!merged.isEmpty() && !span.from().isAfter(merged.getLast().to())) {
                Span last = merged.removeLast();
                Instant later = span.to().isAfter(last.to()) ? span.to() : last.to();
                merged.add(new Span(AlarmState.ALARM, last.from(), later));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }
}
