package io.agentctl.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RequestRatesTest {

    private static final long SECOND = 1_000_000_000L;

    private long now;

    private final Faults faults = new Faults(1, () -> now);

    private int admitted(int calls, String service, String operation) {
        int admitted = 0;
        for (int i = 0; i < calls; i++) {
            admitted += faults.decide(service, operation).refusal().isEmpty() ? 1 : 0;
        }
        return admitted;
    }

    @Test
    void aBucketIsEmptiedAtOnceAndFilledByTheSecond() {
        faults.requestRates();

        assertThat(admitted(60, "ecs", "UpdateService")).isEqualTo(50);
        now += SECOND;
        assertThat(admitted(60, "ecs", "UpdateService")).isEqualTo(5);
        now += 3_600 * SECOND;
        assertThat(admitted(60, "ecs", "UpdateService")).isEqualTo(50);
    }

    @Test
    void operationsOfOneKindShareABucketAndOthersHaveTheirOwn() {
        faults.requestRates();

        assertThat(admitted(60, "ecs", "DescribeServices")).isEqualTo(60);
        assertThat(admitted(60, "ecs", "ListServices")).isEqualTo(40);
        assertThat(admitted(60, "ecs", "UpdateService")).isEqualTo(50);
        assertThat(admitted(15, "application-autoscaling", "DescribeScalableTargets"))
                .isEqualTo(15);
        assertThat(admitted(15, "application-autoscaling", "RegisterScalableTarget"))
                .isEqualTo(5);
        assertThat(admitted(500, "monitoring", "GetMetricData")).isEqualTo(500);
    }

    @Test
    void withoutThemNothingIsRefusedAndTheyEndWithTheOtherFaults() {
        assertThat(admitted(60, "ecs", "UpdateService")).isEqualTo(60);
        faults.requestRates();
        assertThat(faults.rules()).extracting(FaultRule::kind).isEqualTo(List.of(FaultKind.REQUEST_RATES));
        faults.clear();

        assertThat(admitted(60, "ecs", "UpdateService")).isEqualTo(60);
    }
}
