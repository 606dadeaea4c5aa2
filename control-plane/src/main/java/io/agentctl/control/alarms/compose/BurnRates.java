package io.agentctl.control.alarms.compose;

import io.agentctl.control.alarms.definition.Watched;
import io.agentctl.control.metrics.MetricId;
import io.agentctl.control.metrics.Statistic;
import io.agentctl.control.slo.BurnRatePair;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Burn rates as Application Signals publishes them, each minute, for an objective and a window that it looks back over
 * (CloudWatch User Guide, "Service level objectives", "Calculate burn rates").
 */
public final class BurnRates {

    /** Where they are published. */
    public static final String NAMESPACE = "AWS/ApplicationSignals";

    /**
     * How many windows an objective may have there, and how long they may be: service model, BurnRateConfigurations.
     */
    public static final int MOST = 10;

    /** Likewise. */
    public static final Duration LONGEST = Duration.ofDays(7);

    private static final String METRIC = "BurnRate";
    /** Names of objectives there: service model, ServiceLevelObjectiveName. */
    private static final int LONGEST_NAME = 128;

    private BurnRates() {}

    /** What a project's objective is called there, where an account has one name space. */
    public static String objective(String project, String objective) {
        return AlarmNames.shortened(project + "-" + objective, LONGEST_NAME);
    }

    /** The windows that pairs look back over, the shortest first. */
    public static List<Duration> windows(List<BurnRatePair> pairs) {
        return pairs.stream()
                .flatMap(pair -> Stream.of(pair.longWindow(), pair.shortWindow()))
                .distinct()
                .sorted()
                .toList();
    }

    /** The burn rate of an objective over a window. */
    static Watched.Single watched(String project, String objective, Duration window) {
        return new Watched.Single(
                MetricId.of(
                        NAMESPACE,
                        METRIC,
                        Map.of(
                                "SloName",
                                objective(project, objective),
                                "BurnRateWindowMinutes",
                                Long.toString(window.toMinutes()))),
                Statistic.MAXIMUM,
                Optional.empty());
    }
}
