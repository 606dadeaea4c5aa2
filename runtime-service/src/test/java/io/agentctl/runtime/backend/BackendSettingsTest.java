package io.agentctl.runtime.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackendSettingsTest {

    @Test
    void readsEachKindOfTarget() {
        assertThat(BackendTarget.parse("echo:")).isEqualTo(new BackendTarget.Echo());
        assertThat(BackendTarget.parse("https://tools.example/dispatch?x=1"))
                .isEqualTo(new BackendTarget.Http(URI.create("https://tools.example/dispatch?x=1")));
        assertThat(BackendTarget.parse("lambda:agent-runtime-reasoning"))
                .isEqualTo(new BackendTarget.Lambda("agent-runtime-reasoning", Optional.empty()));
        assertThat(BackendTarget.parse("lambda:reasoning:live"))
                .isEqualTo(new BackendTarget.Lambda("reasoning", Optional.of("live")));
        String arn = "arn:aws:lambda:us-east-1:123456789012:function:reasoning";
        assertThat(BackendTarget.parse("lambda:" + arn + ":3"))
                .isEqualTo(new BackendTarget.Lambda(arn, Optional.of("3")));
        assertThat(BackendTarget.parse("sqs:memory.fifo")).isEqualTo(new BackendTarget.Sqs("memory.fifo"));
        assertThat(BackendTarget.parse("sqs:https://sqs.us-east-1.amazonaws.com/123456789012/memory"))
                .isEqualTo(new BackendTarget.Sqs("https://sqs.us-east-1.amazonaws.com/123456789012/memory"));
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://host/, there are echo:",
        "'', there are echo:",
        "echo:x, nothing follows",
        "http:///path, needs a host",
        "http://user:secret@host/, no user",
        "http://host/a b, character 14",
        "lambda:, a function's name",
        "lambda:a:b:c, a function's name",
        "sqs:no spaces, a queue's name",
        "sqs:, a queue's name"
    })
    void saysWhatIsWrongWithATarget(String target, String message) {
        assertThatThrownBy(() -> BackendTarget.parse(target)).hasMessageContaining(message);
    }

    @Test
    void takesTheUsualForWhatIsNotSet() {
        BackendSettings settings = BackendSettings.read("a", "echo:", Map.of());

        assertThat(settings).isEqualTo(BackendSettings.usual("a", new BackendTarget.Echo()));
        assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void readsWhatIsSet() {
        BackendSettings settings = BackendSettings.read(
                "a",
                "http://host/",
                Map.of("timeout", "2s", "bulkhead", "8", "retries", "0", "idempotent", "true", "openFor", "1m"));

        assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.bulkhead()).isEqualTo(8);
        assertThat(settings.retry().retries()).isZero();
        assertThat(settings.retry().idempotent()).isTrue();
        assertThat(settings.breaker().openFor()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.breaker().slowCall()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void listsEverythingThatIsWrong() {
        assertThatThrownBy(() -> BackendSettings.read(
                        "a",
                        "nowhere",
                        Map.of("timeout", "0s", "bulkhead", "many", "retryBudget", "NaN", "retrys", "1")))
                .isInstanceOfSatisfying(SettingsException.class, problem -> {
                    assertThat(problem.problems())
                            .extracting(SettingsException.Problem::key)
                            .containsExactlyInAnyOrder("timeout", "bulkhead", "retryBudget", "target", "retrys");
                    assertThat(problem)
                            .hasMessageContaining("timeout must be a duration above nothing")
                            .hasMessageContaining("has no setting retrys; it has timeout, bulkhead");
                });
    }

    @Test
    void checksThatSettingsGoTogether() {
        assertThatThrownBy(() -> BackendSettings.read("a", "echo:", Map.of("firstBackoff", "9s")))
                .hasMessageContaining("longestBackoff must not be shorter");
        assertThatThrownBy(() -> BackendSettings.read("a", "echo:", Map.of("failureRatio", "0")))
                .hasMessageContaining("failureRatio must be above 0");
    }

    @Test
    void readsThePool() {
        assertThat(PoolSettings.read(Map.of()))
                .isEqualTo(new PoolSettings(100, 10, Duration.ofSeconds(90), Duration.ofSeconds(3)));
        assertThat(PoolSettings.read(Map.of("idle", "5")).idle()).isEqualTo(5);
        assertThatThrownBy(() -> PoolSettings.read(Map.of("idle", "-1"))).hasMessageContaining("whole number from 0");
    }
}
