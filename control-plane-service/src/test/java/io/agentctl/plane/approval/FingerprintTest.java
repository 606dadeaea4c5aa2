package io.agentctl.plane.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.json.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {

    private static String of(String request) {
        return Fingerprint.of("plan.apply", JsonText.read("request", request));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1,\"b\":[1,2]} | {\"b\":[1,2],\"a\":1}",
                "{\"a\":1} | {\"a\":1.0}",
                "{\"a\":1} | {\"a\":1e0}",
                "{\"a\":1000} | {\"a\":1e3}",
                "{\"a\":\"x\"} | { \"a\" : \"\\u0078\" }"
            })
    void howItIsWrittenMakesNoDifference(String one, String other) {
        assertThat(of(one)).isEqualTo(of(other)).matches("[0-9a-f]{64}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1} | {\"a\":2}",
                "{\"a\":1} | {\"a\":\"1\"}",
                "{\"a\":[1,2]} | {\"a\":[2,1]}",
                "{\"a\":null} | {}",
                "{\"a\":\"\"} | {\"a\":null}",
                "{\"a\":{\"b\":1}} | {\"a.b\":1}",
                "{\"a\":1e999} | {\"a\":1e998}"
            })
    void whatItSaysDoes(String one, String other) {
        assertThat(of(one)).isNotEqualTo(of(other));
    }

    @Test
    void theUseCaseIsPartOfIt() {
        assertThat(Fingerprint.of("ops.undo", JsonText.read("request", "{}"))).isNotEqualTo(of("{}"));
    }
}
