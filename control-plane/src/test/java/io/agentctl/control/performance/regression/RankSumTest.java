package io.agentctl.control.performance.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RankSumTest {

    /** Against the distribution counted out. */
    @ParameterizedTest
    @CsvSource({"3, 47", "5, 5", "5, 45", "12, 100", "25, 25", "60, 60", "70, 80"})
    void tailsAreThoseOfTheCountedDistribution(int few, int many) {
        double[] ways = ways(few, many);
        double all = 0;
        for (double count : ways) {
            all += count;
        }
        double below = 0;
        for (int pairs = 0; pairs < few * many / 4; pairs++) {
            below += ways[pairs];
            double exact = -Math.log10(2 * below / all);
            if (exact > 1.5 && (few <= 60 || exact < 10)) {
                assertThat(RankSum.surprise(pairs + few * (few + 1) / 2.0, few, many))
                        .as("%d pairs", pairs)
                        .isCloseTo(exact, within(0.03 + 0.02 * exact));
            }
        }
    }

    /** How many choices give each count of pairs: the coefficients of a Gaussian binomial. */
    private static double[] ways(int few, int many) {
        double[] ways = new double[few * many + 1];
        ways[0] = 1;
        for (int i = 1; i <= few; i++) {
            for (int pairs = ways.length - 1; pairs >= many + i; pairs--) {
                ways[pairs] -= ways[pairs - many - i];
            }
            for (int pairs = i; pairs < ways.length; pairs++) {
                ways[pairs] += ways[pairs - i];
            }
        }
        return ways;
    }
}
