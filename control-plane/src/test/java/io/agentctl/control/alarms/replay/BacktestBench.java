package io.agentctl.control.alarms.replay;

import io.agentctl.alarm.metric.AlarmRule;
import io.agentctl.alarm.metric.Comparison;
import io.agentctl.alarm.metric.MissingData;
import io.agentctl.control.alarms.definition.AlarmActions;
import io.agentctl.control.alarms.definition.AlarmDefinition;
import io.agentctl.control.alarms.definition.CompositeAlarm;
import io.agentctl.control.alarms.definition.MetricAlarm;
import io.agentctl.control.alarms.definition.Watched;
import io.agentctl.control.metrics.MetricId;
import io.agentctl.control.metrics.Statistic;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;

/**
 * How long 50 alarms take over 14 days of minutes that are there already: math with a guard, percentiles, many of many,
 * and composites over them. {@code java -Xmx512m ... BacktestBench}
 */
public final class BacktestBench {

    private static final int DAYS = 14;
    private static final Minutes MINUTES =
            Minutes.between(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-11-15T00:00:00Z"));
    private static final AlarmActions PAGES = new AlarmActions(true, List.of("topic"), List.of(), List.of());

    private BacktestBench() {}

    /** Runs it thrice; the first run counts, for a command runs once. */
    @SuppressWarnings("SystemOut") // A program of its own.
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true);
        for (int run = 0; run < 3; run++) {
            long begin = System.nanoTime();
            Replay replay = Replay.of(alarms(), List.of(), BacktestBench::measured, MINUTES, List.of());
            out.printf(
                    "%d alarms over %d days: %d ms, %d pages%n",
                    replay.alarms().size(),
                    DAYS,
                    Duration.ofNanos(System.nanoTime() - begin).toMillis(),
                    replay.pages().size());
        }
    }

    private static Windowed measured(Watched.Single metric, int period) {
        Random random = new Random(metric.hashCode());
        double[] minutes = new double[MINUTES.count()];
        for (int i = 0; i < minutes.length; i++) {
            minutes[i] = random.nextInt(50) == 0 ? Double.NaN : Math.abs(random.nextGaussian()) * 100;
        }
        return Windowed.of(MINUTES.firstSecond(), period, SlidingWindows.sums(minutes, period / Minutes.MINUTE));
    }

    private static List<AlarmDefinition> alarms() {
        List<AlarmDefinition> alarms = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            alarms.add(new MetricAlarm(
                    "metric-" + i,
                    "",
                    AlarmActions.NONE,
                    i % 2 == 0 ? math(i) : single("total" + i),
                    new AlarmRule(
                            Comparison.GREATER_THAN,
                            i % 2 == 0 ? 3 : 300,
                            i % 2 == 0 ? 60 : 300,
                            i % 4 == 0 ? 60 : 3,
                            2,
                            MissingData.MISSING,
                            OptionalDouble.empty()),
                    new TreeMap<>()));
        }
        for (int i = 0; i < 10; i++) {
            alarms.add(new CompositeAlarm(
                    "composite-" + i,
                    "",
                    PAGES,
                    "ALARM(metric-" + 2 * i + ") AND (ALARM(metric-" + (2 * i + 1) + ") OR NOT OK(metric-" + (20 + i)
                            + "))",
                    Optional.empty(),
                    new TreeMap<>()));
        }
        return alarms;
    }

    private static Watched.Single single(String name) {
        return new Watched.Single(MetricId.of("shop/API", name, Map.of()), Statistic.SUM, Optional.empty());
    }

    private static Watched math(int i) {
        return new Watched.MetricMath(
                List.of(new Watched.Input("bad", single("bad" + i)), new Watched.Input("total", single("total" + i))),
                List.of(new Watched.Formula("share", "IF(total > 10, bad / total)", "")),
                "share");
    }
}
