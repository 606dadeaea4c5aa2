package io.agentctl.control.alarms.signals;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.alarms.compose.SomeObjectives;
import io.agentctl.control.alarms.signals.SignalsObjective.Basis;
import io.agentctl.control.plan.Money;
import io.agentctl.control.pricing.AlarmPriceTables;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.slo.Alerting;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SignalsComposerTest {

    @Test
    void eventsBecomeRequestsWithTheirGoalAndBurnRates() {
        SignalsObjective signals =
                SignalsComposer.of(SomeObjectives.ofEvents("availability", 0.999, Alerting.USUAL_PAIRS, 10), "acme");
        JsonNode request = signals.request();
        JsonNode metric = request.at("/RequestBasedSliConfig/RequestBasedSliMetricConfig");
        assertThat(signals.basis()).isEqualTo(Basis.REQUESTS);
        assertThat(request.path("Name").asText()).isEqualTo("acme-availability");
        assertThat(request.path("Description").asText()).endsWith("]").contains(" [agentctl acme/availability ");
        assertThat(request.path("Tags").findValuesAsText("Value")).containsExactly("availability", "acme");
        assertThat(metric.at("/TotalRequestCountMetric/0/MetricStat/Period").asInt())
                .isEqualTo(60);
        assertThat(metric.path("MonitoredRequestCountMetric").size()).isEqualTo(1);
        assertThat(request.at("/Goal/AttainmentGoal").asDouble()).isEqualTo(99.9);
        assertThat(request.at("/Goal/Interval/RollingInterval/DurationUnit").asText())
                .isEqualTo("DAY");
        assertThat(request.path("BurnRateConfigurations").findValuesAsText("LookBackWindowMinutes"))
                .containsExactly("5", "30", "60", "120", "360", "1440", "4320");
        assertThat(signals.lost())
                .containsExactly("its burn rates know no fewest number of events: one failure of three requests burns");
    }

    @Test
    void slicesOfTimeBecomePeriodsOfAQuarterOfAnHourAtMost() {
        SignalsObjective signals = SignalsComposer.of(
                SomeObjectives.ofLatency("latency", 0.99, Duration.ofMinutes(30), List.of()), "acme");
        JsonNode config = signals.request().path("SliConfig");
        assertThat(signals.basis()).isEqualTo(Basis.PERIODS);
        assertThat(config.at("/SliMetricConfig/MetricDataQueries/0/MetricStat/Period")
                        .asInt())
                .isEqualTo(900);
        assertThat(config.path("ComparisonOperator").asText()).startsWith("LessThan");
        assertThat(config.path("MetricThreshold").isNumber()).isTrue();
        assertThat(signals.lost()).containsExactly("slices are 15 minutes at most there, not 30");
    }

    @Test
    void theComparisonPricesTheAlarmsOfBoth() {
        CompareBackends.Row row = new CompareBackends(
                        () -> AlarmPriceTables.shipped().forRegion("us-east-1"))
                .run(
                        new CompareBackends.Request(
                                "acme",
                                List.of(SomeObjectives.ofEvents("availability", 0.999, Alerting.USUAL_PAIRS, 10))),
                        ProgressListener.SILENT)
                .objectives()
                .getFirst();
        assertThat(row.alarms()).isEqualTo(12);
        assertThat(row.signalsAlarms()).isEqualTo(12);
        // Eight alarms on two metrics each at $0.10, four composites at $0.50.
        assertThat(row.alarmsMonthly()).isEqualTo(Money.ofUsd(3.6));
        assertThat(row.signalsAlarmsMonthly()).isEqualTo(Money.ofUsd(2.8));
    }
}
