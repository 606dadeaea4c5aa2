package io.agentctl.control.rightsizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TrendTest {

    @Test
    void twoWeeksThatGrowDayByDayGrow() {
        double[] days = new double[14];
        for (int day = 0; day < days.length; day++) {
            days[day] = 100 + 2 * day + (day % 7 >= 5 ? -30 : 0);
        }

        assertThat(Trend.of(days).growthPerWeek()).isCloseTo(0.14, within(0.02));
    }

    @Test
    void oneWeekThatGrowsEveryDayGrows() {
        assertThat(Trend.of(new double[] {100, 103, 106, 109, 112, 115, 118}).growthPerWeek())
                .isCloseTo(0.19, within(0.01));
    }

    @Test
    void workingDaysAfterAWeekendAreNoGrowth() {
        assertThat(Trend.of(new double[] {50, 55, 98, 99, 100, 100.5, 100}).growthPerWeek())
                .isLessThan(0.06);
        assertThat(Trend.of(new double[] {50, 50, 100, 100, 100, 100, 100}).growthPerWeek())
                .isZero();
    }

    @Test
    void aStepIsAShiftAndNotGrowth() {
        Trend trend = Trend.of(new double[] {10, 10.1, 9.9, 10, 20, 20.1, 19.9, 20});

        assertThat(trend.growthPerWeek()).isZero();
        assertThat(trend.levelShift()).isCloseTo(1, within(0.01));
    }

    @Test
    void decayFewDaysAndIdlenessGiveNothingToGoBy() {
        assertThat(Trend.of(new double[] {118, 115, 112, 109, 106, 103, 100})).isEqualTo(Trend.NONE);
        assertThat(Trend.of(new double[] {1, 2, 3, 4})).isEqualTo(Trend.NONE);
        assertThat(Trend.of(new double[] {0, 1, 2, 3, 4, 5})).isEqualTo(Trend.NONE);
    }
}
