package io.agentctl.control.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationIdTest {

    @Test
    void idsSortByTime() {
        Random random = new Random(1);
        Instant start = Instant.parse("2026-11-24T03:15:02Z");
        List<OperationId> ids = IntStream.range(0, 2000)
                .mapToObj(i -> OperationId.next(start.plusMillis(2L * i), random))
                .toList();

        assertThat(ids).isSorted();
        assertThat(ids.getFirst().value()).startsWith("op-20261124-031502-22");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "op", "op-20261124-031502", "op-20261124-031502-k7qd", "../op-20261124-031502-k7qdm"})
    void otherTextIsNoId(String text) {
        assertThatThrownBy(() -> new OperationId(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
