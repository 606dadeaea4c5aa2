package io.agentctl.control.alarms.replay;

import io.agentctl.control.alarms.definition.AlarmDefinition;
import io.agentctl.control.alarms.definition.CompositeAlarm;
import io.agentctl.control.alarms.definition.MetricAlarm;
import io.agentctl.control.alarms.definition.Watched;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * A metric that somebody looks at.
 *
 * @param periodSeconds over which period
 * @param reach how far before the first minute it is looked at
 */
record Wanted(Watched.Single metric, int periodSeconds, Duration reach) {

    /** What an alarm looks at; nothing for one whose data is not kept long enough. */
    static Stream<Wanted> of(AlarmDefinition definition) {
        return switch (definition) {
            case CompositeAlarm ignored -> Stream.empty();
            case MetricAlarm alarm -> {
                int period = alarm.rule().periodSeconds();
                Duration reach = Duration.ofSeconds((long) period * alarm.rule().rangePeriods());
                yield period < Minutes.MINUTE
                        ? Stream.empty()
                        : metrics(alarm.watched()).map(metric -> new Wanted(metric, period, reach));
            }
        };
    }

    private static Stream<Watched.Single> metrics(Watched watched) {
        return switch (watched) {
            case Watched.Single single -> Stream.of(single);
            case Watched.MetricMath math -> math.metrics().stream().map(Watched.Input::metric);
        };
    }
}
