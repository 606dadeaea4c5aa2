package io.agentctl.control.performance.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ChangeFinderTest {

    private final ChangeFinder latencies = new ChangeFinder(0.05, Worse.HIGHER);

    @Test
    void aStepIsTimedAndMeasured() {
        double[] series = Noise.stepped(Noise.steady(new Random(1), 100), 40, 0.2);

        SeriesVerdict verdict = latencies.find(Noise.hourly(series));

        assertThat(verdict.word()).isEqualTo(SeriesVerdict.Word.REGRESSION);
        Finding step = verdict.findings().getFirst();
        assertThat(verdict.findings()).hasSize(1);
        assertThat(step.index()).isBetween(59, 61);
        assertThat(step.at()).isEqualTo(Noise.hourly(series).get(step.index()).time());
        assertThat(step.percent()).isCloseTo(20, within(3.0));
        assertThat(step.low()).isLessThan(20);
        assertThat(step.high()).isGreaterThan(20);
        assertThat(step.confidence()).isGreaterThan(0.999);
        assertThat(step.provisional()).isFalse();
    }

    @Test
    void whatIsWorseForLatencyIsBetterForThroughput() {
        List<Sample> series = Noise.hourly(Noise.stepped(Noise.steady(new Random(2), 60), 30, 0.2));

        assertThat(new ChangeFinder(0.05, Worse.LOWER).find(series).word()).isEqualTo(SeriesVerdict.Word.IMPROVEMENT);
    }

    @Test
    void aChangeNearTheEndIsProvisional() {
        double[] series = Noise.stepped(Noise.steady(new Random(3), 60), 6, 0.3);

        assertThat(latencies.find(Noise.hourly(series)).findings())
                .singleElement()
                .matches(Finding::provisional);
    }

    @Test
    void aRegressionThatWasMendedStandsNoMore() {
        double[] series = Noise.steady(new Random(4), 120);
        for (int i = 40; i < 70; i++) {
            series[i] *= 1.5;
        }

        SeriesVerdict verdict = latencies.find(Noise.hourly(series));

        assertThat(verdict.findings()).extracting(Finding::standing).containsExactly(false, true);
        assertThat(verdict.findings().getFirst().word()).isEqualTo(Finding.Word.REGRESSION);
        assertThat(verdict.word()).isEqualTo(SeriesVerdict.Word.IMPROVEMENT);
    }

    @Test
    void aChangeBelowTheThresholdDoesNotMatter() {
        List<Sample> series = Noise.hourly(Noise.stepped(Noise.steady(new Random(5), 100), 50, 0.1));

        assertThat(new ChangeFinder(0.2, Worse.HIGHER).find(series).findings()).isEmpty();
        assertThat(latencies.find(series).findings()).hasSize(1);
    }

    @Test
    void whatRecursEachDayIsNoChange() {
        double[] series = Noise.steady(new Random(6), 14 * 24);
        for (int i = 0; i < series.length; i++) {
            series[i] *= 1 + 0.4 * Math.sin(2 * Math.PI * i / 24);
        }

        SeriesVerdict calm = latencies.find(Noise.hourly(series));
        SeriesVerdict stepped = latencies.find(Noise.hourly(Noise.stepped(series, 24, 0.15)));

        assertThat(calm.season()).isEqualTo(SeriesVerdict.Season.DAY);
        assertThat(calm.findings()).isEmpty();
        assertThat(stepped.findings()).singleElement().matches(finding -> Math.abs(finding.index() - 13 * 24) <= 3);
    }

    @Test
    void seriesThatAreAllAlikeShowNothingAndTheirStepIsFound() {
        double[] flat = new double[30];
        Arrays.fill(flat, 7);

        assertThat(latencies.find(Noise.hourly(flat)).findings()).isEmpty();
        assertThat(latencies.find(Noise.hourly(Noise.stepped(flat, 8, 0.5))).findings())
                .singleElement()
                .matches(finding -> finding.index() == 22);
    }

    @Test
    void errorRatesThatWereZeroAreFoundToRise() {
        double[] errors = new double[40];
        for (int i = 30; i < 40; i++) {
            errors[i] = 0.02 + 0.001 * (i % 3);
        }

        assertThat(latencies.find(Noise.hourly(errors)).word()).isEqualTo(SeriesVerdict.Word.REGRESSION);
    }

    @Test
    void tooFewPointsAreRefusedWithHowManyAreNeeded() {
        assertThatThrownBy(() -> latencies.find(Noise.hourly(new double[] {1, 2, 3})))
                .hasMessage("the series has 3 points, too few to tell a change from chance: 10 are needed");
    }
}
