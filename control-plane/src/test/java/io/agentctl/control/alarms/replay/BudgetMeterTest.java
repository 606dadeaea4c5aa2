package io.agentctl.control.alarms.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.alarm.metric.Comparison;
import io.agentctl.control.metrics.MetricId;
import io.agentctl.control.metrics.Statistic;
import io.agentctl.control.slo.Alerting;
import io.agentctl.control.slo.Budgeting;
import io.agentctl.control.slo.Indicator;
import io.agentctl.control.slo.Objective;
import io.agentctl.control.slo.ObjectiveWindow;
import io.agentctl.control.yaml.Node.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class BudgetMeterTest {

    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final Minutes DAY = Minutes.between(START, START.plus(Duration.ofDays(1)));
    private static final Offset<Double> CLOSE = Offset.offset(1e-9);

    /** 100 requests a minute all day, of which 50 fail and which take 900 ms from the hundredth minute to the 110th. */
    private static final Measured MEASURED = (metric, period) -> {
        double[] values = new double[DAY.count()];
        boolean latency = metric.metric().name().equals("ResponseTime");
        boolean total = metric.metric().name().equals("Requests");
        Arrays.fill(values, latency || total ? 100 : 0);
        if (!total) {
            Arrays.fill(values, 100, 110, latency ? 900 : 50);
        }
        return Windowed.of(START.getEpochSecond(), period, values);
    };

    private static Indicator.Reading reading(String metric) {
        return new Indicator.Reading(MetricId.of("shop/API", metric, Map.of()), Statistic.SUM, Optional.empty(), 1);
    }

    private static Objective objective(Indicator indicator, Budgeting budgeting) {
        return new Objective(
                "one",
                "api",
                "",
                indicator,
                0.99,
                budgeting,
                new ObjectiveWindow.Rolling(Duration.ofDays(10)),
                Alerting.NONE,
                new Objective.Levels(1, OptionalDouble.empty(), OptionalDouble.empty(), true),
                new Position("slo.yaml", 1, 1));
    }

    private static double spent(Indicator indicator, Budgeting budgeting) {
        return BudgetMeter.of(objective(indicator, budgeting), MEASURED, DAY)
                .orElseThrow()
                .spent(START.plus(Duration.ofMinutes(90)), START.plus(Duration.ofMinutes(104)));
    }

    @Test
    void countsBadEventsAgainstThoseThatTheWholeWindowMayHave() {
        Indicator ratio = new Indicator.Ratio(Indicator.Counted.BAD, reading("Errors"), reading("Requests"));
        // Five minutes of 50 of the 10 days × 1,440 minutes × 100 requests × 1 % that may fail.
        assertThat(spent(ratio, new Budgeting.Occurrences())).isEqualTo(250.0 / 14_400, CLOSE);
    }

    @Test
    void countsSlicesOfTimeWhereTheObjectiveDoes() {
        Indicator ratio = new Indicator.Ratio(Indicator.Counted.BAD, reading("Errors"), reading("Requests"));
        Indicator latency = new Indicator.Threshold(reading("ResponseTime"), Comparison.LESS_OR_EQUAL, 500);
        Budgeting slices = new Budgeting.TimeSlices(Duration.ofMinutes(1), 0.9);
        assertThat(spent(ratio, slices)).isEqualTo(5.0 / 144, CLOSE);
        assertThat(spent(latency, slices)).isEqualTo(5.0 / 144, CLOSE);
    }
}
