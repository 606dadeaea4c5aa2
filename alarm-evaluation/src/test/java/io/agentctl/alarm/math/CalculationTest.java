package io.agentctl.alarm.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CalculationTest {

    private static final double NONE = Double.NaN;
    /** Thursday, 2026-11-26T23:58Z. */
    private static final Times TIMES = new Times(1_795_737_480L, 60, 4);

    private static final Map<String, double[]> METRICS = Map.of(
            "bad", new double[] {1, NONE, 4, 0},
            "total", new double[] {10, 20, NONE, 0},
            "zero", new double[] {0, 0, 0, 0});

    private static double[] compute(String expression) throws ExpressionException {
        return Calculation.of(METRICS.keySet(), Map.of("e1", expression), "e1").compute(METRICS, TIMES);
    }

    private static ExpressionException fault(String expression) {
        return catchThrowableOfType(ExpressionException.class, () -> compute(expression));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            value = {
                "bad / total                   | 0.1 NaN NaN NaN",
                "1 - bad / 2 ^ 2               | 0.75 NaN 0 1",
                "-bad ^ 2 + 3                  | 2 NaN -13 3",
                "2 * (bad + 1)                 | 4 NaN 10 2",
                "bad - 1 - 1                   | -1 NaN 2 -2",
                "bad > 0 AND bad < 4           | 1 NaN 0 0",
                "bad == 4 || bad == 0          | 0 NaN 1 1",
                "IF(total > 9, bad / total)    | 0.1 NaN NaN NaN",
                "IF(total > 15, 1, 2)          | 2 1 NaN 2",
                "IF(bad, total, 7)             | 10 NaN NaN 7",
                "FILL(bad, 0)                  | 1 0 4 0",
                "FILL(bad, total)              | 1 20 4 0",
                "FILL(total, REPEAT)           | 10 20 20 0",
                "FILL(total, LINEAR)           | 10 20 10 0",
                "SUM(METRICS())                | 11 20 4 0",
                "AVG([bad, total])             | 5.5 20 4 0",
                "AVG(METRICS('tot'))           | 10 20 NaN 0",
                "MAX(bad) + zero               | 4 4 4 4",
                "bad / SUM(bad)                | 0.2 NaN 0.8 0",
                "RUNNING_SUM(bad)              | 1 NaN 5 5",
                "DIFF(bad)                     | NaN NaN 3 -4",
                "RATE(bad) * 60                | NaN NaN 1.5 -4",
                "DIFF_TIME(bad)                | NaN NaN 120 60",
                "PERIOD(bad) + zero            | 60 60 60 60",
                "HOUR(bad)                     | 23 NaN 0 0",
                "DAY(zero)                     | 4 4 5 5",
                "TIME_SERIES(3)                | 3 3 3 3",
                "FLOOR(bad / 3) + CEIL(bad/3)  | 1 NaN 3 0",
                "LOG10(total)                  | 1 1.3010299956639813 NaN NaN",
                "FIRST(METRICS())              | 1 NaN 4 0",
                "DATAPOINT_COUNT(bad) + zero   | 3 3 3 3",
                "METRIC_COUNT(METRICS()) + zero | 3 3 3 3",
                "SUM(METRICS() * 2)            | 22 40 8 0",
                "STDDEV(SLICE(METRICS(), 0, 2)) | 4.5 0 0 0"
            })
    void computes(String expression, String expected) throws ExpressionException {
        String[] cells = expected.split(" ", -1);
        double[] result = compute(expression);
        for (int i = 0; i < cells.length; i++) {
            assertThat(Double.valueOf(result[i])).as("at %d", i).isEqualTo(Double.valueOf(cells[i]));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bad / (total + 1     | 17 | expected ')' for the '(' in column 7, found the end",
                "bad // total         | 6  | expected a metric, a number or a function, found '/'",
                "bad total            | 5  | expected an operator or the end, found 'total'",
                "bad $ total          | 5  | '$' has no meaning",
                "bad / totals         | 7  | no metric or expression is called totals; there are bad",
                "MEDIAN(bad)          | 1  | there is no function MEDIAN",
                "1 + IF(bad)          | 5  | IF takes 2 to 3 arguments, not 1",
                "AVG(3)               | 1  | AVG does not take a number",
                "AVG(bad)             | 1  | needs one time series, and this is a number",
                "METRICS()            | 1  | needs one time series, and this is an array",
                "METRICS() + METRICS()| 11 | two arrays",
                "ANOMALY_DETECTION_BAND(bad, 2) | 1 | cannot be tried on history",
                "FILL(bad, NEVER)     | 11 | NEVER is no word",
                "METRICS('a           | 9  | does not end",
                "''                   | 1  | expected a metric"
            })
    void pointsAtTheFault(String expression, int column, String message) {
        assertThat(fault(expression)).hasMessageContaining(message);
        assertThat(fault(expression).column()).isEqualTo(column);
        assertThat(fault(expression).expression()).isEqualTo("e1");
    }

    @Test
    void expressionsMayNameOthersInAnyOrder() throws ExpressionException {
        Map<String, String> expressions = new LinkedHashMap<>();
        expressions.put("percent", "ratio * 100");
        expressions.put("ratio", "bad / total");
        assertThat(Calculation.of(METRICS.keySet(), expressions, "percent").compute(METRICS, TIMES)[0])
                .isEqualTo(10);
    }

    @Test
    void expressionsThatNeedEachOtherAreAFault() {
        ExpressionException fault = catchThrowableOfType(
                ExpressionException.class,
                () -> Calculation.of(Set.of("bad"), Map.of("e1", "e2 + bad", "e2", "e1 + bad"), "e1"));
        assertThat(fault).hasMessage("these expressions need each other: e1, e2");
    }

    @Test
    void deepNestingIsRefusedBeforeTheStackEnds() {
        assertThat(fault("(".repeat(5_000) + "bad" + ")".repeat(5_000))).hasMessageContaining("nested deeper");
        assertThat(fault("-".repeat(5_000) + "bad")).hasMessageContaining("nested deeper");
    }
}
