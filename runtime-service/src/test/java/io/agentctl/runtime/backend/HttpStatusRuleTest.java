package io.agentctl.runtime.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpStatusRuleTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "301, FAILED, NEVER",
        "400, REJECTED, NEVER",
        "401, FAILED, NEVER",
        "404, REJECTED, NEVER",
        "408, FAILED, IF_IDEMPOTENT",
        "422, REJECTED, NEVER",
        "429, OVERLOADED, SAFE",
        "500, FAILED, IF_IDEMPOTENT",
        "502, FAILED, SAFE",
        "503, OVERLOADED, SAFE",
        "504, FAILED, SAFE"
    })
    void tellsWhoseFaultItIsAndWhetherToAskAgain(
            int status, BackendException.Kind kind, BackendException.Repeat repeat) {
        BackendException problem = HttpStatusRule.problem("target", new BasicHttpResponse(status));

        assertThat(problem.kind()).isEqualTo(kind);
        assertThat(problem.repeat()).isEqualTo(repeat);
        assertThat(problem).hasMessageContaining("target").hasMessageContaining(Integer.toString(status));
    }

    @ParameterizedTest
    @CsvSource({
        "7, 7",
        "'Tue, 24 Nov 2026 12:00:30 GMT', 30",
        "'Tue, 24 Nov 2026 11:00:00 GMT', 0",
        "999999, 3600",
        "soon, 0",
        "-1, 0"
    })
    void readsWhenToAskAgain(String header, long seconds) {
        assertThat(HttpStatusRule.retryAfter(header, NOW)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void asksForNoWaitWhereNoneIsGiven() {
        assertThat(HttpStatusRule.retryAfter(new BasicHttpResponse(503), NOW)).isZero();
    }
}
