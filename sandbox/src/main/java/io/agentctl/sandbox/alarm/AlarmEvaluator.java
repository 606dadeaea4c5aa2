package io.agentctl.sandbox.alarm;

import io.agentctl.alarm.AlarmState;
import io.agentctl.alarm.metric.Datapoints;
import io.agentctl.alarm.metric.MetricEvaluator;
import io.agentctl.alarm.metric.Reasons;
import io.agentctl.alarm.metric.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides metric alarms, each at its own cadence: at whole minutes, at whole hours where they look far back, and every
 * 10, 20 or 30 seconds where their period is that.
 */
final class AlarmEvaluator {
    private static final long SHORTEST = 10;
    private static final long MINUTE = 60;

    private final AlarmBook book;
    private final AlarmStates states;

    AlarmEvaluator(AlarmBook book, AlarmStates states) {
        this.book = book;
        this.states = states;
    }

    /** Begins with the next whole minute. */
    void start() {
        schedule(book.now().getEpochSecond() / MINUTE * MINUTE + MINUTE);
    }

    /** Has an alarm with a short period evaluated before the next whole minute. */
    void quicken() {
        long second = book.now().getEpochSecond();
        long next = second / SHORTEST * SHORTEST + SHORTEST;
        if (next % MINUTE != 0) {
            book.simulation().timeline().schedule(Instant.ofEpochSecond(next), () -> beat(next, false));
        }
    }

    private void schedule(long second) {
        book.simulation().timeline().schedule(Instant.ofEpochSecond(second), () -> beat(second, true));
    }

    private void beat(long second, boolean whole) {
        List<AlarmStates.Change> changes = new ArrayList<>();
        boolean quick = false;
        for (Alarm alarm : book.all()) {
            if (alarm.definition() instanceof Definition.OfMetric metric) {
                int every = metric.rule().evaluatedEverySeconds();
                quick |= every < MINUTE;
                if (second % every == 0) {
                    evaluate(alarm, metric, second)
                            .flatMap(next -> states.note(alarm, next))
                            .ifPresent(changes::add);
                }
            }
        }
        if (!changes.isEmpty()) {
            states.follow(changes);
        }
        if (quick) {
            quicken();
        }
        if (whole) {
            schedule(second + MINUTE);
        }
    }

    private Optional<Standing> evaluate(Alarm alarm, Definition.OfMetric metric, long second) {
        AlarmState current = alarm.standing().state();
        Datapoints range = metric.source().before(second, metric.rule().rangePeriods());
        Verdict verdict = MetricEvaluator.evaluate(metric.rule(), range, current);
        if (verdict.state() == current) {
            return Optional.empty();
        }
        String reason = Reasons.of(metric.rule(), verdict, current);
        String data = ReasonData.of(metric, range, second).toString();
        return Optional.of(alarm.standing().next(verdict.state(), reason, data, book.now()));
    }
}
