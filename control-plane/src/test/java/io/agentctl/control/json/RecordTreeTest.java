package io.agentctl.control.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.ResourceId;
import io.agentctl.control.plan.Risk;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RecordTreeTest {

    private enum Reason {
        OUT_OF_MEMORY
    }

    private sealed interface Outcome {}

    private record RolledBack(String to) implements Outcome {}

    private record Everything(
            String text,
            int count,
            long bytes,
            double share,
            boolean on,
            Money money,
            BigDecimal amount,
            ResourceId resource,
            Instant at,
            Duration during,
            Path file,
            Reason reason,
            List<Risk> risks,
            Map<Risk, Integer> byRisk,
            Outcome outcome,
            Optional<String> present,
            Optional<String> absent,
            OptionalInt number,
            OptionalDouble noNumber) {}

    private record One(double value) {}

    @Test
    void writesEveryKindOfComponentInOrder() {
        Everything everything = new Everything(
                "api",
                2,
                5_000_000_000L,
                0.25,
                true,
                Money.ofUsd(120),
                new BigDecimal("0.50"),
                new ResourceId("ecs-service", "main/api"),
                Instant.parse("2026-03-01T10:00:00Z"),
                Duration.ofMinutes(10),
                Path.of("a/b"),
                Reason.OUT_OF_MEMORY,
                List.of(Risk.LOW),
                Map.of(Risk.HIGH, 1),
                new RolledBack("api:3"),
                Optional.of("here"),
                Optional.empty(),
                OptionalInt.of(3),
                OptionalDouble.empty());

        assertThat(RecordTree.document(everything))
                .hasToString("{\"schemaVersion\":1,\"text\":\"api\",\"count\":2,\"bytes\":5000000000,\"share\":0.25,"
                        + "\"on\":true,\"money\":120,\"amount\":0.5,\"resource\":\"ecs-service:main/api\","
                        + "\"at\":\"2026-03-01T10:00:00Z\",\"during\":\"PT10M\",\"file\":\"a/b\","
                        + "\"reason\":\"out-of-memory\",\"risks\":[\"low\"],\"byRisk\":{\"high\":1},"
                        + "\"outcome\":{\"type\":\"rolled-back\",\"to\":\"api:3\"},\"present\":\"here\",\"number\":3}");
    }

    @Test
    void refusesANumberThatJsonDoesNotHave() {
        assertThatThrownBy(() -> RecordTree.document(new One(Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
    }
}
