package io.agentctl.policies.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsReaderTest {

    private static final Arrival ARRIVAL = new Arrival(
            "call_reasoning", "production", Instant.parse("2026-11-22T23:59:59Z"), 42, Optional.of("alice"));

    private static Facts read(Map<String, Object> context) {
        return FactsReader.read(ARRIVAL, context, Map.of("tenant_requests_last_minute", 3));
    }

    @Test
    void knowsWhenAndByWhomARequestCame() {
        Facts facts = read(Map.of());

        assertThat(facts.intent()).isEqualTo("call_reasoning");
        assertThat(facts.request())
                .containsEntry("hour", 23L)
                .containsEntry("weekday", 7L)
                .containsEntry("size", 42L)
                .containsEntry("caller", "alice");
        assertThat(facts.usage())
                .containsEntry("tenant_requests_last_minute", 3L)
                .containsEntry("agent_requests_last_minute", 0L);
    }

    @Test
    void takesNumbersOfTheOtherKindWhereNothingIsLost() {
        Facts facts = read(Map.of("max_tokens", 8000.0, "temperature", 1L, "input_tokens", 5));

        assertThat(facts.context())
                .containsEntry("max_tokens", 8000L)
                .containsEntry("temperature", 1.0)
                .containsEntry("input_tokens", 5L);
    }

    @Test
    void keepsEverythingInAttributesAndLeavesOutWhatIsNull() {
        Map<String, Object> stated = new HashMap<>(Map.of("anything", List.of(1L)));
        stated.put("tenant", null);

        Facts facts = read(stated);

        assertThat(facts.context()).doesNotContainKey("tenant").containsEntry("attributes", stated);
    }

    @ParameterizedTest
    @CsvSource({
        "max_tokens,8000.5,'must be an integer of 64 bits, and is the number 8000.5'",
        "max_tokens,1e300,'must be an integer of 64 bits, and is the number 1.0E300'",
        "temperature,NaN,'must be a finite number, and is the number NaN'",
        "tenant,1,'must be a string, and is the number 1.0'"
    })
    void refusesWhatDoesNotFit(String member, double value, String message) {
        assertThatThrownBy(() -> read(Map.of(member, value)))
                .isInstanceOf(FactTypeException.class)
                .hasMessage(message)
                .extracting(failure -> ((FactTypeException) failure).pointer())
                .isEqualTo("/context/" + member);
    }

    @Test
    void pointsAtTheElementOfAList() {
        assertThatThrownBy(() -> read(Map.of("tools", List.of("a", 1L))))
                .hasMessage("must be a string, and is the number 1")
                .extracting(failure -> ((FactTypeException) failure).pointer())
                .isEqualTo("/context/tools/1");
    }
}
