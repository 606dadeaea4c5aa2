package io.agentctl.control.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.agentctl.control.fargate.Architecture;
import io.agentctl.control.pricing.LambdaRate;
import io.agentctl.control.race.Course;
import io.agentctl.control.race.LambdaSize;
import io.agentctl.control.race.Objective;
import io.agentctl.control.race.RaceSettings;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What a sweep is expected to cost, by hand: a GB-second at $1 and a million requests at $1. */
class SweepEstimateTest {

    private static final LambdaSize SMALL = new LambdaSize(512, Architecture.X86_64);
    private static final LambdaSize LARGE = new LambdaSize(1024, Architecture.X86_64);
    private static final Course COURSE = Course.of(
            List.of(SMALL, LARGE),
            new Objective.Cost(),
            RaceSettings.forSizes(2).withMaxInvocations(20),
            Map.of(Architecture.X86_64, new LambdaRate(1, 1)),
            7);

    @Test
    void lessMemoryTakesLongerInProportionAtMost() {
        SweepEstimate estimate = SweepEstimate.of(COURSE, LARGE, OptionalDouble.of(100), 3_000);

        double each = 1e-6 + 0.1;
        assertThat(estimate.firstRoundUsd()).isCloseTo(3 * 2 * each, within(1e-9));
        assertThat(estimate.mostUsd()).isCloseTo(20 * each, within(1e-9));
    }

    @Test
    void moreMemoryIsTakenToBeNoFaster() {
        SweepEstimate estimate = SweepEstimate.of(COURSE, SMALL, OptionalDouble.of(100), 3_000);

        assertThat(estimate.firstRoundUsd()).isCloseTo(3 * (2e-6 + 0.05 + 0.1), within(1e-9));
    }

    @Test
    void whereNothingIsKnownTheTimeOutStandsForIt() {
        SweepEstimate estimate = SweepEstimate.of(COURSE, LARGE, OptionalDouble.empty(), 3_000);

        assertThat(estimate.firstRoundUsd()).isCloseTo(3 * (2e-6 + 1.5 + 3), within(1e-9));
    }
}
