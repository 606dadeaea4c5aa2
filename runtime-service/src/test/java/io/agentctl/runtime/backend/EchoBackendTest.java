package io.agentctl.runtime.backend;

import static org.assertj.core.api.Assertions.assertThat;

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
    void answersTheContextAsItWasWritten(String context) {
        assertThat(Calls.text(echo.call(Calls.of("anything", context)))).isEqualTo(context);
    }

    @Test
    void answersNullWhereThereIsNoContext() {
        byte[] body = "{\"intent\":\"x\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(Calls.text(echo.call(new BackendCall("x", body, Span.NONE, Map.of(), Instant.now()))))
                .isEqualTo("null");
    }
}
