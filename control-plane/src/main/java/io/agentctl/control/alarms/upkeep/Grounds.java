package io.agentctl.control.alarms.upkeep;

import io.agentctl.control.alarms.compose.AlarmLint;
import io.agentctl.control.alarms.compose.BurnRates;
import io.agentctl.control.alarms.compose.Composition;
import io.agentctl.control.alarms.definition.AlarmDefinition;
import io.agentctl.control.alarms.definition.MetricAlarm;
import io.agentctl.control.alarms.definition.Watched;
import io.agentctl.control.metrics.MetricQuery;
import io.agentctl.control.metrics.MetricsGateway;
import io.agentctl.control.metrics.Series;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds out what alarms stand on: whether their metrics have data, and their topics are there. */
final class Grounds {

    /** A quiet weekend is no missing metric. */
    private static final Duration LATELY = Duration.ofDays(3);

    private static final Duration PERIOD = Duration.ofHours(1);

    private final MetricsGateway metrics;
    private final Function<String, Boolean> topicExists;
    private final Clock clock;

    /** @param topicExists given an ARN of the region; true also where nobody may look */
    Grounds(MetricsGateway metrics, Function<String, Boolean> topicExists, Clock clock) {
        this.metrics = metrics;
        this.topicExists = topicExists;
        this.clock = clock;
    }

    /** @param besides further metrics that are to be measured */
    AlarmLint.Surroundings of(Composition composition, List<Watched.Single> besides, String region) {
        Set<String> missing = new HashSet<>();
        composition
                .alarms()
                .flatMap(alarm -> alarm.actions().all())
                .distinct()
                .filter(arn -> isTopicOf(arn, region) && !topicExists.apply(arn))
                .forEach(missing::add);
        return new AlarmLint.Surroundings(region, missing, withoutData(composition, besides));
    }

    private static boolean isTopicOf(String arn, String region) {
        return arn.contains(":sns:" + region + ":");
    }

    /** Burn rates are there once Application Signals has them reckoned from what is measured. */
    private Set<Watched.Single> withoutData(Composition composition, List<Watched.Single> besides) {
        List<Watched.Single> watched = Stream.concat(composition.alarms().flatMap(Grounds::watched), besides.stream())
                .filter(single -> !single.metric().namespace().equals(BurnRates.NAMESPACE))
                .distinct()
                .toList();
        Set<Watched.Single> without = new HashSet<>();
        if (watched.isEmpty()) {
            return without;
        }
        Instant to = Instant.ofEpochSecond(
                Math.floorDiv(clock.instant().getEpochSecond(), PERIOD.toSeconds()) * PERIOD.toSeconds()
                        + PERIOD.toSeconds());
        List<Series> series = metrics.read(
                watched.stream()
                        .map(single -> new MetricQuery(single.metric(), single.statistic()))
                        .toList(),
                to.minus(LATELY),
                to,
                PERIOD);
        for (int i = 0; i < watched.size(); i++) {
            if (series.get(i).isEmpty()) {
                without.add(watched.get(i));
            }
        }
        return without;
    }

    private static Stream<Watched.Single> watched(AlarmDefinition alarm) {
        if (!(alarm instanceof MetricAlarm metric)) {
            return Stream.empty();
        }
        return switch (metric.watched()) {
            case Watched.Single single -> Stream.of(single);
            case Watched.MetricMath math -> math.metrics().stream().map(Watched.Input::metric);
        };
    }
}
