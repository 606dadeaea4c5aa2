package io.agentctl.alarm.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.agentctl.alarm.AlarmState;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RuleParserTest {

    private static final Map<String, AlarmState> STATES = Map.of(
            "fast", AlarmState.ALARM,
            "slow", AlarmState.OK,
            "new", AlarmState.INSUFFICIENT_DATA,
            "api (p95)", AlarmState.ALARM,
            "arn:aws:cloudwatch:us-east-1:1:alarm:x", AlarmState.OK);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "ALARM(fast) AND ALARM(slow)                   | false",
                "ALARM(fast) AND OK(slow)                      | true",
                "ALARM(slow) OR ALARM(fast) AND OK(slow)       | true",
                "(ALARM(fast) OR ALARM(slow)) AND ALARM(slow)  | false",
                "NOT ALARM(slow) AND NOT OK(fast)              | true",
                "INSUFFICIENT_DATA( new )                      | true",
                "ALARM(\"api (p95)\")                          | true",
                "OK(arn:aws:cloudwatch:us-east-1:1:alarm:x)    | true",
                "TRUE and not FALSE                            | true"
            })
    void holds(String rule, boolean holds) throws RuleException {
        assertThat(RuleParser.parse(rule).holds(STATES::get)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "ALARM(fast) ALARM(slow)| 13 | expected AND, OR or the end",
                "ALARM(fast             | 11 | expected ')'",
                "ALARM()                | 7  | expected the name of an alarm",
                "ALARM(fast) AND        | 16 | expected ALARM(name)",
                "BROKEN(fast)           | 1  | expected ALARM(name)",
                "ALARM(\"fast)          | 7  | does not end"
            })
    void pointsAtTheFault(String rule, int column, String message) {
        RuleException fault = catchThrowableOfType(RuleException.class, () -> RuleParser.parse(rule));
        assertThat(fault).hasMessageContaining(message);
        assertThat(fault.column()).isEqualTo(column);
    }

    @Test
    void refusesMoreThanCloudWatchTakes() {
        String alarms =
                IntStream.rangeClosed(1, 101).mapToObj(i -> "ALARM(a" + i + ")").collect(Collectors.joining(" OR "));
        assertThat(catchThrowableOfType(RuleException.class, () -> RuleParser.parse(alarms)))
                .hasMessageContaining("names at most 100 alarms");
        String elements = "ALARM(a)" + " OR ALARM(a)".repeat(500);
        assertThat(catchThrowableOfType(RuleException.class, () -> RuleParser.parse(elements)))
                .hasMessageContaining("at most 500 elements");
        assertThat(catchThrowableOfType(RuleException.class, () -> RuleParser.parse("NOT ".repeat(3_000) + "TRUE")))
                .hasMessageContaining("at most");
    }
}
