package io.agentctl.control.windows.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.windows.calendar.WindowCalendar.Transition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holidays on days whose midnight is odd. */
class HolidaysTest {

    private static WindowCalendar on(String date, String zone) {
        LocalTimes newYear = LocalTimes.parse("0 12 1 1 *");
        return new WindowCalendar(
                new Schedule(newYear, newYear, new ZoneTimes(ZoneId.of(zone))),
                new Holidays(new TreeSet<>(List.of(LocalDate.parse(date))), true),
                List.of());
    }

    @ParameterizedTest
    @CsvSource({
        // Clocks go from 00:00 to 01:00.
        "2011-10-16, America/Sao_Paulo, 2011-10-16T03:00:00Z, 2011-10-17T02:00:00Z",
        // Clocks go back from 00:00 to 23:00: the day before is an hour longer, and its end comes twice.
        "2012-02-25, America/Sao_Paulo, 2012-02-25T02:00:00Z, 2012-02-26T03:00:00Z",
        "2012-02-26, America/Sao_Paulo, 2012-02-26T03:00:00Z, 2012-02-27T03:00:00Z",
        // They go back from 00:01 to 23:01: midnight comes twice, and counts at its first coming.
        "2010-11-07, America/St_Johns, 2010-11-07T02:30:00Z, 2010-11-08T03:30:00Z",
        "2010-11-06, America/St_Johns, 2010-11-06T02:30:00Z, 2010-11-07T02:30:00Z",
        // They go back from 01:00 to 00:00 of the same day.
        "2012-11-04, America/Havana, 2012-11-04T04:00:00Z, 2012-11-05T05:00:00Z"
    })
    void aDayBeginsWhenItsMidnightFirstComes(String date, String zone, String from, String to) {
        WindowCalendar calendar = on(date, zone);
        Instant begin = Instant.parse(from);
        Instant end = Instant.parse(to);

        assertThat(calendar.transitions(begin.minusSeconds(86_400), end.plusSeconds(86_400)))
                .containsExactly(new Transition(begin, true), new Transition(end, false));
        for (Instant at = begin; at.isBefore(end); at = at.plusSeconds(60)) {
            assertThat(calendar.at(at).asleep()).as("%s", at).isTrue();
        }
        assertThat(calendar.at(begin.minusSeconds(1)).asleep()).isFalse();
        assertThat(calendar.at(end).asleep()).isFalse();
    }

    @Test
    void aDayThatACountryLeftOutNeverComes() {
        assertThat(on("2011-12-30", "Pacific/Apia")
                        .transitions(Instant.parse("2011-12-25T00:00:00Z"), Instant.parse("2012-01-05T00:00:00Z")))
                .isEmpty();
    }
}
