package io.agentctl.runtime.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EchoBackendTest {

    private final EchoBackend echo = new EchoBackend("echo");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": [1, {\"context\": 2}], \"ü\":\"\\\"}\"}",
                "[]",
                "{}",
                "\"text, ä\"",
                "-12.50",
                "1e3",
                "true",
                "null"
            })
    void answersTheContextAsItWasWritten(String context) throws BackendException {
        assertThat(Calls.text(echo.call(Calls.of("anything", context)))).isEqualTo(context);
    }

    @Test
    void findsTheContextWhereverItStandsAndWhateverIsAroundIt() throws BackendException {
        assertThat(answerTo(" { \"metadata\" : {\"context\": 1} , \"context\" :  7  , \"intent\":\"x\" }"))
                .isEqualTo("7");
    }

    @Test
    void answersNullWhereThereIsNoContext() throws BackendException {
        assertThat(answerTo("{\"intent\":\"x\"}")).isEqualTo("null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[1]", "{\"context\": {", "{\"context\": tru}"})
    void rejectsWhatIsNoJsonObject(String body) {
        assertThatThrownBy(() -> answerTo(body))
                .isInstanceOfSatisfying(BackendException.class, problem -> assertThat(problem.kind())
                        .isEqualTo(BackendException.Kind.REJECTED));
    }

    private String answerTo(String body) throws BackendException {
        return Calls.text(
                echo.call(new BackendCall("x", body.getBytes(StandardCharsets.UTF_8), Map.of(), Instant.now())));
    }
}
