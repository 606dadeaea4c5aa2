package io.agentctl.control.alarms.replay;

import io.agentctl.alarm.composite.CompositeRule;
import io.agentctl.alarm.math.ExpressionException;
import io.agentctl.control.alarms.backtest.AlarmHistory.Span;
import io.agentctl.control.alarms.backtest.Incident;
import io.agentctl.control.alarms.backtest.Scorecard;
import io.agentctl.control.alarms.definition.AlarmDefinition;
import io.agentctl.control.alarms.definition.CompositeAlarm;
import io.agentctl.control.alarms.definition.MetricAlarm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a set of alarms would have done.
 *
 * @param alarms by name, those that others rest on among them
 * @param untried why others could not be tried, by name
 * @param pages all that somebody would have been told, in order
 */
public record Replay(List<AlarmResult> alarms, SortedMap<String, String> untried, List<Page> pages) {

    /** An alarm that told somebody. */
    public record Page(Instant at, String alarm) {}

    public Replay {
        alarms = List.copyOf(alarms);
        pages = List.copyOf(pages);
    }

    /**
     * Plays alarms.
     *
     * @param definitions all that there are
     * @param names those that are of interest, with those that they rest on; all where none are named
     * @param incidents what they should have found
     */
    public static Replay of(
            Collection<? extends AlarmDefinition> definitions,
            Collection<String> names,
            Measured measured,
            Minutes minutes,
            List<Incident> incidents) {
        AlarmSet set = AlarmSet.of(definitions, names);
        SortedMap<String, String> untried = new TreeMap<>(set.untried());
        Map<String, Timeline> played = new LinkedHashMap<>();
        List<AlarmResult> results = new ArrayList<>();
        for (MetricAlarm alarm : set.metric()) {
            try {
                Timeline timeline = MetricReplay.play(alarm, measured, minutes);
                played.put(alarm.name(), timeline);
                results.add(result(alarm, timeline, minutes, incidents));
            } catch (ExpressionException fault) {
                untried.put(
                        alarm.name(),
                        "expression " + fault.expression() + ", column " + fault.column() + ": " + fault.getMessage());
            }
        }
        for (Map.Entry<CompositeAlarm, CompositeRule> entry : set.composite().entrySet()) {
            CompositeAlarm alarm = entry.getKey();
            boolean whole = AlarmSet.restsOn(alarm, entry.getValue()).stream().allMatch(played::containsKey);
            if (whole) {
                Timeline timeline = CompositeReplay.play(alarm, entry.getValue(), played, minutes);
                played.put(alarm.name(), timeline);
                results.add(result(alarm, timeline, minutes, incidents));
            } else {
                untried.put(alarm.name(), "it rests on an alarm that cannot be tried");
            }
        }
        results.sort(Comparator.comparing(AlarmResult::name));
        return new Replay(results, untried, pages(results));
    }

    private static List<Page> pages(List<AlarmResult> results) {
        return results.stream()
                .flatMap(result -> result.pages().stream().map(at -> new Page(at, result.name())))
                .sorted(Comparator.comparing(Page::at).thenComparing(Page::alarm))
                .toList();
    }

    private static AlarmResult result(
            AlarmDefinition alarm, Timeline timeline, Minutes minutes, List<Incident> incidents) {
        boolean tells = alarm.actions().enabled() && !alarm.actions().alarm().isEmpty();
        List<Span> alarms = timeline.alarms();
        Duration inAlarm = alarms.stream()
                .map(span -> Duration.between(span.from(), span.to()))
                .reduce(Duration.ZERO, Duration::plus);
        return new AlarmResult(
                alarm.name(),
                AlarmResult.Kind.of(alarm),
                tells,
                alarms,
                tells ? timeline.pages() : List.of(),
                timeline.heldBack(),
                timeline.uncertain(),
                Scorecard.ofPages(timeline.pages(), inAlarm, incidents, minutes.from(), minutes.to()));
    }
}
