package io.agentctl.control.performance.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.performance.SimulatedResult;
import io.agentctl.control.performance.regression.Comparison.Figure;
import io.agentctl.control.performance.regression.Comparison.Word;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class ResultComparerTest {

    private static final LoadResult BASE = SimulatedResult.of(1).made();

    private final ResultComparer comparer = new ResultComparer(0.05);

    @Test
    void aThirdSlowerIsARegressionOfLatencies() {
        Comparison comparison =
                comparer.compare(BASE, SimulatedResult.of(2).slower(1.3).made());

        assertThat(comparison.word()).isEqualTo(Word.REGRESSION);
        Figure p95 = figure(comparison, "p95");
        assertThat(p95.word()).isEqualTo(Word.REGRESSION);
        assertThat(p95.low()).isLessThan(30).isGreaterThan(5);
        assertThat(p95.high()).isGreaterThan(30);
        assertThat(comparison.delta()).isPositive();
        assertThat(figure(comparison, "errors").word()).isEqualTo(Word.NO_DIFFERENCE);
    }

    @Test
    void aThirdFasterIsAnImprovement() {
        assertThat(figure(comparer.compare(SimulatedResult.of(2).slower(1.3).made(), BASE), "p50")
                        .word())
                .isEqualTo(Word.IMPROVEMENT);
    }

    @Test
    void theSameIsNoDifferenceOrUndecidedButNeverARegression() {
        Comparison comparison = comparer.compare(BASE, SimulatedResult.of(3).made());

        assertThat(comparison.word()).isNotIn(Word.REGRESSION, Word.IMPROVEMENT);
        assertThat(figure(comparison, "throughput").word()).isEqualTo(Word.NO_DIFFERENCE);
    }

    @Test
    void moreErrorsAreARegressionThoughLatenciesAreTheSame() {
        Comparison comparison =
                comparer.compare(BASE, SimulatedResult.of(4).failing(0.03).made());

        assertThat(figure(comparison, "errors").word()).isEqualTo(Word.REGRESSION);
        assertThat(comparison.word()).isEqualTo(Word.REGRESSION);
    }

    @Test
    void aSlowMinuteIsNotTakenForManySlowRequests() {
        LoadResult oneBadStretch = SimulatedResult.of(5).stalling(3).made();

        assertThat(figure(comparer.compare(BASE, oneBadStretch), "p99").word()).isEqualTo(Word.UNDECIDED);
    }

    @Test
    void fewIntervalsDecideNothingAndTheReaderIsToldHowManyAreNeeded() {
        Comparison comparison = comparer.compare(
                BASE, SimulatedResult.of(6).intervals(5).slower(2).made());

        assertThat(comparison.word()).isEqualTo(Word.UNDECIDED);
        assertThat(comparison.remarks().getFirst())
                .isEqualTo("a result has 5 intervals without warm-up; 8 are needed, so run for longer");
    }

    @Test
    void aSaturatedGeneratorDecidesNothing() {
        assertThat(comparer.compare(
                                BASE,
                                SimulatedResult.of(7).saturated().slower(2).made())
                        .word())
                .isEqualTo(Word.UNDECIDED);
    }

    @Test
    void resultsOfDifferentScenariosAreRefused() {
        assertThatThrownBy(() -> comparer.compare(
                        BASE, SimulatedResult.of(8).scenario("sha256:ffff").made()))
                .isInstanceOfSatisfying(
                        AgentctlException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_DOCUMENT))
                .hasMessageContaining("different scenarios");
    }

    @Test
    @Tag("extended")
    void fiveOfAHundredRunsOfTheSameDifferAtMost() {
        int regressions = 0;
        for (int seed = 100; seed < 300; seed++) {
            LoadResult one = SimulatedResult.of(seed).made();
            LoadResult other = SimulatedResult.of(1000 + seed).made();
            if (comparer.compare(one, other).word() == Word.REGRESSION) {
                regressions++;
            }
        }
        assertThat(regressions).isLessThanOrEqualTo(10);
    }

    private static Figure figure(Comparison comparison, String name) {
        return comparison.figures().stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
