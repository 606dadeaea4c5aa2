package io.agentctl.control.performance.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.agentctl.control.alarms.document.MonitoringReader;
import io.agentctl.control.alarms.document.ShippedMonitoring;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.yaml.Placeholders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The shipped objectives as thresholds of a load test. */
class ObjectiveThresholdsTest {

    private final ObjectiveThresholds thresholds = new ObjectiveThresholds(
            () -> new MonitoringReader(new Placeholders(Map.of("project", "acme", "cluster", "acme")))
                    .read(List.of(ShippedMonitoring.text()))
                    .objectives());

    @Test
    void aLatencyIsItsPercentileAndAvailabilityItsErrors() {
        assertThat(parse("slo:api-latency").text()).isEqualTo("p95<500ms");
        assertThat(parse("slo:api-latency").source()).isEqualTo("slo:api-latency");
        assertThat(parse("slo:api-availability").text()).isEqualTo("errors<=0.1%");
        assertThat(parse("p99<1s").limit()).isEqualTo(1000);
    }

    @Test
    void anotherNameIsRefusedWithTheNearOnes() {
        AgentctlException refused = catchThrowableOfType(AgentctlException.class, () -> parse("slo:api-latncy"));

        assertThat(refused.code()).isEqualTo(ErrorCode.USAGE);
        assertThat(refused).hasMessageContaining("there is no objective 'api-latncy'");
        assertThat(refused.advice()).contains("api-latency");
    }

    private Threshold parse(String text) {
        return thresholds.parse(text, "--threshold", ErrorCode.USAGE);
    }
}
