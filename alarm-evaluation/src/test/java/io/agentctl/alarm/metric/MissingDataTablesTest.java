package io.agentctl.alarm.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.alarm.AlarmState;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each row of the two tables of the CloudWatch User Guide, "How alarm state is evaluated when data is missing": 0 is
 * within the threshold, X breaches, - is missing; the range has five periods, of which three are evaluated.
 */
final class MissingDataTablesTest {

    @ParameterizedTest(name = "3 of 3: {0}")
    @CsvSource({
        "0 - X - X, OK, OK, OK, OK",
        "- - - - 0, OK, OK, OK, OK",
        "- - - - -, INSUFFICIENT_DATA, kept, ALARM, OK",
        "0 X X - X, ALARM, ALARM, ALARM, ALARM",
        "- - X - -, ALARM, kept, ALARM, OK"
    })
    void threeOfThree(String points, String missing, String ignore, String breaching, String notBreaching) {
        assertStates(3, points, missing, ignore, breaching, notBreaching);
    }

    @ParameterizedTest(name = "2 of 3: {0}")
    @CsvSource({
        "0 - X - X, ALARM, ALARM, ALARM, ALARM",
        "0 0 X 0 X, ALARM, ALARM, ALARM, ALARM",
        "0 - X - -, OK, OK, ALARM, OK",
        "- - - - 0, OK, OK, ALARM, OK",
        "- - - X -, ALARM, kept, ALARM, OK"
    })
    void twoOfThree(String points, String missing, String ignore, String breaching, String notBreaching) {
        assertStates(2, points, missing, ignore, breaching, notBreaching);
    }

    private static void assertStates(int datapointsToAlarm, String points, String... expected) {
        MissingData[] treatments = {
            MissingData.MISSING, MissingData.IGNORE, MissingData.BREACHING, MissingData.NOT_BREACHING
        };
        for (int i = 0; i < treatments.length; i++) {
            AlarmRule rule = new AlarmRule(
                    Comparison.GREATER_THAN, 0.5, 60, 3, datapointsToAlarm, treatments[i], OptionalDouble.empty());
            for (AlarmState current : AlarmState.values()) {
                AlarmState state = expected[i].equals("kept") ? current : AlarmState.valueOf(expected[i]);
                assertThat(MetricEvaluator.evaluate(rule, points(points), current)
                                .state())
                        .as("%s, from %s", treatments[i], current)
                        .isEqualTo(state);
            }
        }
    }

    private static Datapoints points(String row) {
        String[] cells = row.split(" ", -1);
        double[] values = new double[cells.length];
        for (int i = 0; i < cells.length; i++) {
            values[i] = switch (cells[i]) {
                case "0" -> 0;
                case "X" -> 1;
                default -> Double.NaN;
            };
        }
        return Datapoints.of(values);
    }
}
