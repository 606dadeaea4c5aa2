package io.agentctl.control.rightsizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageCsvTest {

    private static final String HEADER = "timestamp,cpu_percent,memory_percent\n";
    private static final Instant TEN = Instant.parse("2026-01-05T10:00:00Z");

    @Test
    void columnsMayComeInAnyOrderWithOthersBetweenThem() {
        CsvUsage usage = UsageCsv.parse(
                "u.csv",
                """
                host,memory_percent,"CPU_percent", timestamp
                "a,b",40,12.5,2026-01-05 10:00:00
                c,41,13.5,2026-01-05 10:05:00
                """);

        assertThat(usage.cpu().toArray()).containsExactly(12.5, 13.5);
        assertThat(usage.memory().toArray()).containsExactly(40, 41);
        assertThat(usage.cpu().start()).isEqualTo(TEN);
        assertThat(usage.cpu().period()).isEqualTo(Duration.ofMinutes(5));
        assertThat(usage.notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-05T10:00:00Z",
                "2026-01-05 10:00:00",
                "2026-01-05T10:00",
                "2026-01-05T10:00:00.000Z",
                "2026-01-05T11:00:00+01:00",
                "2026-01-05 11:00:00+0100",
                "2026-01-05 05:00:00 -05:00",
                "\"2026-01-05 10:00:00\""
            })
    void aTimeWithoutAZoneIsUtcAndZonesAreKept(String time) {
        assertThat(UsageCsv.parse("u.csv", "timestamp,cpu_percent\n" + time + ",1\n")
                        .cpu()
                        .start())
                .isEqualTo(TEN);
    }

    @Test
    void aByteOrderMarkWindowsLineEndsAndBlankLinesAreRead() {
        CsvUsage usage = UsageCsv.parse(
                "u.csv", "\uFEFFtimestamp,cpu_percent\r\n2026-01-05T10:00:00Z,1\r\n2026-01-05T10:01:00Z,2\r\n\r\n\r\n");

        assertThat(usage.cpu().toArray()).containsExactly(1, 2);
        assertThat(usage.memory().isEmpty()).isTrue();
    }

    @Test
    void gapsDuplicatesAndRowsOutOfOrderAreUsedAndSaid() {
        CsvUsage usage = UsageCsv.parse(
                "u.csv",
                HEADER
                        + """
                2026-01-05 10:05:00,2,40
                2026-01-05 10:00:00,1,40
                2026-01-05 10:05:00,9,39
                2026-01-05 10:10:00,3,40
                2026-01-05 10:20:00,5,40
                2026-01-05 10:25:00,,40
                2026-01-05 10:30:00,6,40
                """);

        assertThat(usage.cpu().toArray()).containsExactly(1, 9, 3, Double.NaN, 5, Double.NaN, 6);
        assertThat(usage.memory().value(1)).isEqualTo(40);
        assertThat(usage.notes())
                .containsExactly(
                        "1 row out of order: sorted by time",
                        "1 row with a time that came before: the larger value is kept",
                        "2 of 7 periods of 5 minutes without a value: left out, not taken for zero");
    }

    @Test
    void unevenSamplesArePlacedOnTheMedianDistance() {
        CsvUsage usage = UsageCsv.parse(
                "u.csv",
                """
                timestamp,cpu_percent
                2026-01-05T10:00:02Z,1
                2026-01-05T10:05:01Z,2
                2026-01-05T10:09:58Z,3
                2026-01-05T10:15:03Z,4
                2026-01-05T10:20:02Z,5
                """);

        assertThat(usage.cpu().toArray()).containsExactly(1, 2, 3, 4, 5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-01-05T10:00:00Z,NaN,40 | u.csv:2:22: not a number: 'NaN'",
                "2026-01-05T10:00:00Z,1,Infinity | u.csv:2:24: not a number: 'Infinity'",
                "2026-01-05T10:00:00Z,12%,40 | u.csv:2:22: not a number: '12%'",
                "2026-01-05T10:00:00Z,-0.5,40 | u.csv:2:22: not a percentage from 0 to 150: '-0.5'",
                "2026-01-05T10:00:00Z,4096,40 | u.csv:2:22: not a percentage from 0 to 150: '4096'",
                "2026-01-05T10:00:00Z,1,120 | u.csv:2:24: not a percentage from 0 to 101: '120'",
                "yesterday,1,40 | u.csv:2:1: not a time: 'yesterday'",
                "2026-02-30T10:00:00Z,1,40 | u.csv:2:1: not a time: '2026-02-30T10:00:00Z'",
                "2026-01-05,1,40 | u.csv:2:1: not a time: '2026-01-05'",
                "2026-01-05T10:00:00Z,1 | u.csv:2:22: the row has 2 columns, the header 3",
                "2026-01-05T10:00:00Z,1,2,3 | u.csv:2:26: the row has 4 columns, the header 3",
                "2026-01-05T10:00:00Z,\"1,40 | u.csv:2:22: the quote is not closed"
            })
    void whatWouldFalsifyTheAdviceIsRefusedWithLineAndColumn(String row, String message) {
        assertRefused(HEADER + row + "\n", message);
    }

    @Test
    void aHeaderWithoutAColumnIsRefused() {
        assertRefused(
                "timestamp,value\n2026-01-05T10:00:00Z,1\n",
                "u.csv:1:1: the header has no column cpu_percent: timestamp,value");
        assertRefused("time,cpu_percent\n1,1\n", "u.csv:1:1: the header has no column timestamp: time,cpu_percent");
        assertRefused("timestamp,cpu_percent,cpu_percent\n", "u.csv:1:23: the column cpu_percent comes twice");
    }

    @Test
    void nothingToReadIsRefused() {
        assertRefused("", "u.csv:1:1: the file is empty");
        assertRefused("\n \n", "u.csv:1:1: the file is empty");
        assertRefused(HEADER, "u.csv:2:1: no row follows the header");
        assertThatThrownBy(() -> UsageCsv.read(Path.of("no-such.csv")))
                .isInstanceOf(AgentctlException.class)
                .hasMessage("no-such.csv: cannot be read");
    }

    @Test
    void aMistypedYearIsRefusedAndNotTakenForALongGap() {
        assertThatThrownBy(
                        () -> UsageCsv.parse(
                                "u.csv",
                                """
                        timestamp,cpu_percent
                        1926-01-05T10:00:00Z,1
                        2026-01-05T10:05:00Z,2
                        2026-01-05T10:10:00Z,3
                        2026-01-05T10:15:00Z,3
                        """))
                .hasMessageContaining("the rows span from 1926-01-05T10:00:00Z to 2026-01-05T10:15:00Z");
    }

    private static void assertRefused(String text, String message) {
        assertThatThrownBy(() -> UsageCsv.parse("u.csv", text))
                .isInstanceOfSatisfying(AgentctlException.class, failure -> {
                    assertThat(failure.code()).isEqualTo(ErrorCode.BAD_DOCUMENT);
                    assertThat(failure.advice()).contains("timestamp,cpu_percent[,memory_percent]");
                })
                .hasMessage(message);
    }
}
