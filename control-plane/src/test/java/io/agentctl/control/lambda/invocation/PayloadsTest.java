package io.agentctl.control.lambda.invocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a function is invoked with. */
class PayloadsTest {

    @Test
    void weightsAreKeptAndSpread() {
        Payloads payloads = Payloads.weighted(
                "mix.json", "[{\"payload\": \"a\", \"weight\": 4}, {\"payload\": \"b\", \"weight\": 2}]");

        assertThat(payloads.turns()).isEqualTo(3);
        assertThat(IntStream.range(0, 6).mapToObj(turn -> text(payloads, turn)).collect(Collectors.joining()))
                .isEqualTo("\"a\"\"b\"\"a\"\"a\"\"b\"\"a\"");
    }

    @Test
    void aPayloadIsSentAsItWasWritten() {
        assertThat(text(Payloads.same("event.json", "{ \"n\": 1.50 }"), 7)).isEqualTo("{ \"n\": 1.50 }");
        assertThat(text(Payloads.none(), 0)).isEqualTo("{}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"a": }                        | event.json:1:7: it is not JSON
                    {} {}                          | it is not JSON
                    ''                             | it is empty
                    """)
    void whatIsNoJsonIsRefused(String json, String message) {
        assertRefused(message, () -> Payloads.same("event.json", json));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                                                     | it is to be an array
                    []                                                     | it is to be an array
                    [{"payload": 1}]                                       | item 1 needs a payload, and a weight
                    [{"payload": 1, "weight": 1}, {"payload": 1, "weight": 0}] | item 2 needs a payload, and a weight
                    [{"payload": 1, "weight": 1}, {"payload": 2, "weight": 1000}] | its weights make a cycle of 1001
                    """)
    void weightsThatMakeNoSenseAreRefused(String json, String message) {
        assertRefused(message, () -> Payloads.weighted("mix.json", json));
    }

    @Test
    void moreThanLambdaTakesIsRefused() {
        String large = "\"" + "x".repeat(Payloads.MOST_BYTES) + "\"";

        assertRefused("Lambda takes 6291456 at most", () -> Payloads.same("event.json", large));
    }

    private static void assertRefused(String message, Runnable reading) {
        assertThatThrownBy(reading::run)
                .hasMessageContaining(message)
                .isInstanceOfSatisfying(AgentctlException.class, fault -> assertThat(fault.code())
                        .isEqualTo(ErrorCode.BAD_DOCUMENT));
    }

    private static String text(Payloads payloads, int turn) {
        return new String(payloads.nth(turn), StandardCharsets.UTF_8);
    }
}
