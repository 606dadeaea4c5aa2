package io.agentctl.plane.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.windows.calendar.LocalTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimingTest {

    @Test
    void allInstancesAgreeOnEvenDistances() {
        Timing timing = new Timing.Every(Duration.ofMinutes(5));

        assertThat(timing.lastDue(Instant.parse("2026-11-02T10:04:59Z"))).isEqualTo("2026-11-02T10:00:00Z");
        assertThat(timing.lastDue(Instant.parse("2026-11-02T10:05:00Z"))).isEqualTo("2026-11-02T10:05:00Z");
        assertThat(timing.nextDue(Instant.parse("2026-11-02T10:05:00Z"))).isEqualTo("2026-11-02T10:10:00Z");
    }

    /** In Berlin clocks went forward at 2026-03-29 02:00, and back at 2026-10-25 03:00. */
    @ParameterizedTest
    @CsvSource({
        "30 2 * * *, 2026-03-28T12:00:00Z, 2026-03-28T01:30:00Z, 2026-03-29T01:30:00Z",
        "30 2 * * *, 2026-03-29T12:00:00Z, 2026-03-29T01:30:00Z, 2026-03-30T00:30:00Z",
        "30 2 * * *, 2026-10-25T00:45:00Z, 2026-10-25T00:30:00Z, 2026-10-26T01:30:00Z",
        "0 20 * * MON-FRI, 2026-11-07T10:00:00Z, 2026-11-06T19:00:00Z, 2026-11-09T19:00:00Z",
    })
    void whatIsDueByTheClocksOfAZoneComesOnceADay(String expression, Instant now, Instant last, Instant next) {
        Timing timing = new Timing.Cron(expression, LocalTimes.parse(expression), ZoneId.of("Europe/Berlin"));

        assertThat(timing.lastDue(now)).isEqualTo(last);
        assertThat(timing.nextDue(now)).isEqualTo(next);
    }
}
