package io.agentctl.control.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowFileReaderTest {

    @TempDir
    private Path folder;

    private WindowFile read(String text) {
        return WindowFileReader.read(folder.resolve("windows.yaml"), text);
    }

    private WindowFile nights(String lines) {
        return read("apiVersion: agentctl/v1\nkind: Windows\ntimeZone: Europe/Berlin\n" + lines);
    }

    private static final String NIGHTS =
            "windows:\n  - {name: nights, services: [api], days: [mon-fri], from: \"20:00\", to: \"06:00\", overnight: true";

    private static Level level(WindowFile file, String at) {
        return file.levelOf("api", Map.of(), Instant.parse(at)).orElseThrow();
    }

    @Test
    void aWindowOfDaysAndTimesGoesOverMidnight() {
        WindowFile file = nights(NIGHTS + ", desired: 1, enforce: true}\n");

        assertThat(level(file, "2026-03-02T18:59:59Z").asleep()).isFalse();
        assertThat(level(file, "2026-03-02T19:00:00Z"))
                .isEqualTo(new Level(true, "nights", 1, true, "window nights until Tue 2026-03-03 06:00"));
        assertThat(level(file, "2026-03-03T05:00:00Z").why()).isEqualTo("window nights begins Tue 2026-03-03 20:00");
        assertThat(level(file, "2026-03-07T12:00:00Z").asleep())
                .as("Saturday, after Friday's night")
                .isFalse();
    }

    @Test
    void holidaysAndExceptionsGoBeforeTheRule() throws IOException {
        Files.writeString(
                folder.resolve("holidays.ics"),
                """
                BEGIN:VCALENDAR
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20200501
                DTEND;VALUE=DATE:20200502
                RRULE:FREQ=YEARLY
                SUMMARY:Labour
                  Day
                END:VEVENT
                END:VCALENDAR
                """);
        WindowFile file = nights(
                "holidays: {dates: [2026-12-25], files: holidays.ics}\n" + NIGHTS
                        + ", exceptions: [{from: \"2026-12-25T10:00\", to: \"2026-12-25T12:00\", state: awake, reason: release}]}\n");

        assertThat(level(file, "2026-12-25T08:00:00Z"))
                .isEqualTo(new Level(true, "nights", 0, false, "window nights: a holiday until Fri 2026-12-25 10:00"));
        assertThat(level(file, "2026-12-25T10:00:00Z"))
                .isEqualTo(new Level(false, "nights", 0, false, "window nights: release begins Fri 2026-12-25 12:00"));
        assertThat(level(file, "2026-05-01T10:00:00Z").asleep())
                .as("Labour Day of a later year")
                .isTrue();
        assertThat(file.nextChange("api", Map.of(), Instant.parse("2026-12-25T08:00:00Z")))
                .contains(Instant.parse("2026-12-25T09:00:00Z"));
    }

    @Test
    void anExpressionWithBothDaysComesOnEither() {
        WindowFile file =
                nights("windows:\n  - {name: n, services: [api], sleep: \"0 20 15 * MON\", wake: \"0 6 * * *\"}\n");

        assertThat(level(file, "2026-03-02T20:00:00Z").asleep()).as("a Monday").isTrue();
        assertThat(level(file, "2026-03-15T20:00:00Z").asleep())
                .as("the 15th, a Sunday")
                .isTrue();
        assertThat(level(file, "2026-03-17T20:00:00Z").asleep()).as("a Tuesday").isFalse();
        assertThat(level(file, "2026-03-03T20:00:00Z").why()).isEqualTo("window n begins Mon 2026-03-09 20:00");
    }

    @Test
    void whereTwoWindowsDifferTheFileSaysWhichCounts() {
        String two =
                NIGHTS + "}\n  - {name: always, services: [\"a*\"], sleep: \"0 0 * * MON\", wake: \"0 1 * * MON\"}\n";

        assertThatThrownBy(() -> level(nights(two), "2026-03-02T22:00:00Z"))
                .hasMessage("service api is under 2 windows: nights, always");
        assertThat(level(nights("overlap: asleep\n" + two), "2026-03-03T22:00:00Z")
                        .asleep())
                .isTrue();
        assertThat(level(nights("overlap: awake\n" + two), "2026-03-03T22:00:00Z")
                        .asleep())
                .isFalse();
        assertThat(level(nights("overlap: awake\n" + two), "2026-03-08T23:30:00Z")
                        .window())
                .isEqualTo("nights");
    }

    @Test
    void tagsChooseServicesThatHaveAllOfThem() {
        WindowFile file = nights(
                "windows:\n  - {name: dev, tags: {tier: dev, team: a}, days: sat, from: \"01:00\", to: \"02:00\"}\n");

        Instant at = Instant.parse("2026-03-02T22:00:00Z");
        assertThat(file.readTags()).isTrue();
        assertThat(file.levelOf("api", Map.of("tier", "dev"), at)).isEmpty();
        assertThat(file.levelOf("api", Map.of("tier", "dev", "team", "a", "x", "y"), at))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {name: n, timeZone: Mars/Base, services: api, days: mon, from: "20:00", to: "21:00"} | 'timeZone' must be a time zone such as Europe/Berlin, not 'Mars/Base'
                    {name: n, timeZone: "+01:00", services: api, days: mon, from: "20:00", to: "21:00"} | 'timeZone' must be a time zone
                    {name: n, services: api, sleep: "0 25 * * *", wake: "0 6 * * *"} | 'sleep' must be a cron expression of five fields
                    {name: n, services: api, sleep: "0 20 30 2 *", wake: "0 6 * * *"} | it never comes
                    {name: n, services: api, sleep: "0 20 */2 * MON", wake: "0 6 * * *"} | programs disagree about a day with a star and a step beside another day
                    {name: n, services: api, sleep: "0 20 * * *"} | a window with 'sleep' needs 'wake'
                    {name: n, services: api, days: mon, from: "20:00", to: "06:00"} | it wakes at 06:00, which is not after 20:00; if the next day is meant, say overnight: true
                    {name: n, services: api, days: mon, from: "06:00", to: "20:00", overnight: true} | it is not overnight from 06:00 to 20:00
                    {name: n, services: api, days: someday, from: "06:00", to: "20:00"} | 'days' must be days such as mon-fri, not 'someday'
                    {name: n, services: api, days: mon, from: "06:00:30", to: "20:00"} | 'from' must be a time such as "20:00"
                    {name: n, services: api, days: mon, from: "6", to: "20:00"} | 'from' must be a time such as "20:00"
                    {name: n, days: mon, from: "06:00", to: "20:00"} | a window needs either 'services' or 'tags'
                    {name: n, services: api} | a window needs either 'sleep' and 'wake', or 'days', 'from' and 'to'
                    {name: n, services: api, days: mon, from: "06:00", to: "20:00", desired: -1} | 'desired' must be a number of tasks
                    {name: n, services: api, days: mon, from: "06:00", to: "20:00", enforced: true} | unknown key 'enforced'
                    {name: n, services: api, days: mon, from: "06:00", to: "20:00", exceptions: [{from: "2026-01-02T00:00", to: "2026-01-01T00:00", state: awake}]} | an exception must end after it begins
                    {services: api, days: mon, from: "06:00", to: "20:00"} | a window needs a 'name'
                    """)
    void whatMakesNoSenseIsRefusedWithItsPlace(String window, String message) {
        assertThatThrownBy(() -> nights("windows:\n  - " + window + "\n"))
                .isInstanceOfSatisfying(AgentctlException.class, refused -> assertThat(refused.code())
                        .isEqualTo(ErrorCode.BAD_DOCUMENT))
                .hasMessageContaining("windows.yaml:5:")
                .hasMessageContaining(message);
    }

    @Test
    void twoWindowsOfOneNameAndAFileOfAnotherKindAreRefused() {
        String twice = NIGHTS + "}\n  - {name: nights, services: b, days: mon, from: \"01:00\", to: \"02:00\"}\n";

        assertThatThrownBy(() -> nights(twice)).hasMessageContaining("two windows are called nights");
        assertThatThrownBy(() -> nights("")).hasMessageContaining("there are no windows");
        assertThatThrownBy(() -> read("kind: Windows\n")).hasMessageContaining("expected 'apiVersion: agentctl/v1'");
    }

    @Test
    void aCalendarThatIsNotUnderstoodIsRefusedRatherThanMisunderstood() throws IOException {
        Files.writeString(
                folder.resolve("h.ics"),
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260406\nRRULE:FREQ=MONTHLY\nSUMMARY:Odd\nEND:VEVENT\n");

        assertThatThrownBy(() -> nights("holidays: {files: h.ics}\n" + NIGHTS + "}\n"))
                .hasMessageContaining("h.ics has the rule FREQ=MONTHLY; only FREQ=YEARLY is understood (Odd)");
        Files.writeString(folder.resolve("h.ics"), "<html>");
        assertThatThrownBy(() -> nights("holidays: {files: h.ics}\n" + NIGHTS + "}\n"))
                .hasMessageContaining("h.ics has no calendar");
    }
}
