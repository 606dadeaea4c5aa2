package io.agentctl.cli.option;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import picocli.CommandLine.TypeConversionException;

/** Points in time in ISO-8601: {@code 2026-03-01T10:00:00Z}, with another offset, or a day, which starts in UTC. */
final class InstantConverter {

    private static final int DAY = "2026-03-01".length();

    private InstantConverter() {}

    static Instant parse(String text) {
        try {
            return text.length() == DAY
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException ignored) {
            throw new TypeConversionException(
                    "'" + text + "' is not a time such as 2026-03-01T10:00:00Z or 2026-03-01");
        }
    }
}
