package io.agentctl.control.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    private static final Instant NOW = SomeTable.NOW;

    @Test
    void theFifthSwitchInADayIsRefusedUntilTheFirstIsADayOld() {
        List<Instant> four = hoursAgo(20, 10, 5, 1);

        assertThat(Refusals.ofSwitchToOnDemand(SomeTable.provisioned(5, 5), four.subList(1, 4)))
                .isEmpty();
        List<Refusal> refusals = Refusals.ofSwitchToOnDemand(SomeTable.provisioned(5, 5), four);

        assertThat(refusals).hasSize(1);
        assertThat(refusals.getFirst().possibleAt())
                .contains(NOW.minus(Duration.ofHours(20))
                        .plus(Duration.ofHours(24))
                        .plusSeconds(1));
        assertThat(refusals.getFirst())
                .hasToString("it was switched to on demand 4 times in the last 24 hours, and 4"
                        + " are allowed; possible from 2026-03-02T19:00:01Z on");
    }

    @Test
    void ofMoreThanFourSwitchesTheFourthLastDecides() {
        assertThat(Refusals.ofSwitchToOnDemand(SomeTable.provisioned(5, 5), hoursAgo(23, 20, 10, 5, 1))
                        .getFirst()
                        .possibleAt())
                .contains(Instant.parse("2026-03-02T19:00:01Z"));
    }

    @Test
    void aTableThatIsNotActiveTakesNothing() {
        for (String status : List.of("CREATING", "UPDATING", "DELETING")) {
            ObservedTable table = SomeTable.of(Mode.PROVISIONED, status, new Throughput(5, 5), 0, null, Map.of());

            assertThatThrownBy(() -> Refusals.requireNone("switch table orders to on-demand", Refusals.ofState(table)))
                    .isInstanceOf(AgentctlException.class)
                    .hasMessage("cannot switch table orders to on-demand: the table is " + status
                            + "; index by-owner is " + status)
                    .satisfies(refused ->
                            assertThat(((AgentctlException) refused).code()).isEqualTo(ErrorCode.CONFLICT))
                    .satisfies(refused ->
                            assertThat(((AgentctlException) refused).advice()).endsWith("Nothing was changed."));
        }
    }

    @Test
    void theFifthDecreaseOfADayWaitsForAnHourWithoutOne() {
        ObservedTable table = SomeTable.of(
                Mode.PROVISIONED, "ACTIVE", new Throughput(10, 10), 4, NOW.minus(Duration.ofMinutes(20)), Map.of());
        Throughputs lower = Throughputs.of(Map.of("", new Throughput(5, 10)));

        assertThat(Refusals.ofDecreases(table, lower, NOW).getFirst())
                .hasToString("the table was lowered 4 times today; possible from 2026-03-02T15:40:00Z on");
        assertThat(Refusals.ofDecreases(table, lower, NOW.plus(Duration.ofMinutes(40))))
                .isEmpty();
        assertThat(Refusals.ofDecreases(table, Throughputs.of(Map.of("", new Throughput(50, 10))), NOW))
                .as("more is always allowed")
                .isEmpty();
    }

    @Test
    void afterTwentySevenDecreasesNoneIsLeftUntilMidnightOfUtc() {
        ObservedTable table = SomeTable.of(
                Mode.PROVISIONED, "ACTIVE", new Throughput(10, 10), 27, NOW.minus(Duration.ofHours(2)), Map.of());

        assertThat(Refusals.ofDecreases(table, Throughputs.of(Map.of("", new Throughput(5, 10))), NOW)
                        .getFirst()
                        .possibleAt())
                .contains(Instant.parse("2026-03-03T00:00:00Z"));
    }

    private static List<Instant> hoursAgo(int... hours) {
        return Arrays.stream(hours)
                .mapToObj(hour -> NOW.minus(Duration.ofHours(hour)))
                .toList();
    }
}
