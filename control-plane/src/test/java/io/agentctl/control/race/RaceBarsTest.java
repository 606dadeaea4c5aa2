package io.agentctl.control.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The bars of sweeping, with fewer runs than the table in docs/measurements.md and a margin for that. */
class RaceBarsTest {

    private static final int RUNS = 60;

    @Test
    void measuredFunctionsNeedATenthOrAQuarterOfTheInvocationsForTheSameAnswer() {
        assumeThat(RealFunctions.available())
                .as("skipped: the measured functions are not in ../shared/data beside the repository")
                .isTrue();
        for (TrialFunction function : RealFunctions.all()) {
            for (Objective objective : RaceBars.OBJECTIVES) {
                BarLine line = BarLine.of(function, objective, RaceBars.limit(objective, true), RUNS);
                double bar = objective instanceof Objective.Cost ? 0.001 : 0.01;

                assertThat(line.regret()).as(line.row()).isLessThanOrEqualTo(bar);
                assertThat(line.good()).as(line.row()).isGreaterThanOrEqualTo(0.95);
                assertThat(line.mostInvocations()).as(line.row()).isLessThanOrEqualTo(RaceBars.limit(objective, true));
            }
        }
    }

    @Test
    void modelFunctionsAreAdvisedNoWorseThanByPowerTuning() {
        for (TrialFunction function : ModelFunctions.all()) {
            for (Objective objective : RaceBars.OBJECTIVES) {
                BarLine line = BarLine.of(function, objective, RaceBars.ALL, RUNS / 2);

                assertThat(line.regret()).as(line.row()).isLessThanOrEqualTo(line.ruleRegret() + 0.001);
                assertThat(line.mostInvocations()).as(line.row()).isLessThanOrEqualTo(RaceBars.ALL);
            }
        }
    }

    @Test
    void aClaimOf95PercentIsRightInAtLeast95PercentOfRaces() {
        long claims = 0;
        long right = 0;
        for (TrialFunction function : GeneratedFunctions.some(30, 3)) {
            for (Objective objective : RaceBars.OBJECTIVES) {
                BarLine line = BarLine.of(function, objective, RaceBars.ALL / 4, 4);
                claims += line.claims();
                right += line.rightClaims();
            }
        }
        List<Long> both = List.of(right, claims);

        assertThat(claims).isGreaterThan(100);
        assertThat(right / (double) claims).as("right, claims: %s", both).isGreaterThanOrEqualTo(0.95);
    }
}
