package io.agentctl.runtime.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonAnswerTest {

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": \"ü\"}", " [1, 2] ", "\"text\"", "0", "null"})
    void takesAnyJsonValueAsItIs(String text) throws BackendException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        assertThat(JsonAnswer.of(body, "target")).isSameAs(body);
    }

    @Test
    void takesNothingForNull() throws BackendException {
        assertThat(JsonAnswer.of(new byte[0], "target")).asString().isEqualTo("null");
        assertThat(JsonAnswer.of(new byte[] {' ', '\n'}, "target")).asString().isEqualTo("null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "{", "{} {}", "{\"a\":}", "NaN", "\uFEFF{}"})
    void refusesWhatIsNoJson(String text) {
        assertRefused(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesOtherEncodings() {
        assertRefused("{}".getBytes(StandardCharsets.UTF_16BE));
        assertRefused("{}".getBytes(StandardCharsets.UTF_16LE));
        assertRefused(new byte[] {'"', (byte) 0xff, '"'});
    }

    private static void assertRefused(byte[] body) {
        assertThatThrownBy(() -> JsonAnswer.of(body, "target"))
                .isInstanceOfSatisfying(BackendException.class, problem -> assertThat(problem.kind())
                        .isEqualTo(BackendException.Kind.FAILED));
    }
}
