package io.agentctl.control.rightsizing;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads usage from CSV: a header with {@code timestamp}, {@code cpu_percent} and, if known, {@code memory_percent}, in
 * any order; other columns are passed over. What real exports have is used and noted: gaps and empty cells, times that
 * come twice (the larger value is kept), rows out of order. What would falsify the advice is refused with file, line
 * and column.
 */
public final class UsageCsv {

    /** What the file has to look like, as advice to who wrote it. */
    static final String FORM = "the file needs a header with timestamp,cpu_percent[,memory_percent], times as ISO 8601 "
            + "(UTC where they name no zone) and percentages from 0";

    /** Fargate holds a task at its CPU; readings above 100 % are rounding and short bursts, not half as much again. */
    static final double MOST_CPU_PERCENT = 150;

    /** A task is killed at 100 % of its memory; one more is left to rounding. */
    static final double MOST_MEMORY_PERCENT = 101;

    private static final Predicate<String> NUMBER =
            Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?").asMatchPredicate();

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private UsageCsv() {}

    /**
     * Reads a file in UTF-8, with or without a byte order mark.
     *
     * @throws AgentctlException BAD_DOCUMENT, naming file, line and column, if it cannot be used
     */
    public static CsvUsage read(Path file) {
        try {
            return parse(file.toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AgentctlException(ErrorCode.BAD_DOCUMENT, file + ": cannot be read", FORM, null, e);
        }
    }

    /**
     * Reads the text of a file.
     *
     * @param name the file's name, for messages
     * @throws AgentctlException BAD_DOCUMENT, naming file, line and column, if it cannot be used
     */
    public static CsvUsage parse(String name, String text) {
        List<String> lines =
                (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList();
        int header = 0;
        while (header < lines.size() && lines.get(header).isBlank()) {
            header++;
        }
        if (header == lines.size()) {
            throw new AgentctlException(ErrorCode.BAD_DOCUMENT, name + ":1:1: the file is empty", FORM);
        }
        Columns columns = Columns.of(CsvLine.of(name, header + 1, lines.get(header)));
        UsageRows rows = new UsageRows(lines.size());
        for (int index = header + 1; index < lines.size(); index++) {
            if (!lines.get(index).isBlank()) {
                columns.read(CsvLine.of(name, index + 1, lines.get(index)), rows);
            }
        }
        if (rows.isEmpty()) {
            throw new AgentctlException(
                    ErrorCode.BAD_DOCUMENT, name + ":" + (header + 2) + ":1: no row follows the header", FORM);
        }
        return rows.onAGrid(name);
    }

    /** Where the columns are; {@code memory} is negative where there is none. */
    private record Columns(int count, int time, int cpu, int memory) {

        static Columns of(CsvLine header) {
            return new Columns(
                    header.fields().size(),
                    required(header, "timestamp"),
                    required(header, "cpu_percent"),
                    find(header, "memory_percent"));
        }

        private static int required(CsvLine header, String name) {
            int found = find(header, name);
            if (found < 0) {
                throw header.refused(0, "the header has no column " + name + ": " + String.join(",", header.fields()));
            }
            return found;
        }

        private static int find(CsvLine header, String name) {
            int found = -1;
            for (int index = 0; index < header.fields().size(); index++) {
                if (header.fields().get(index).equalsIgnoreCase(name)) {
                    if (found >= 0) {
                        throw header.refused(index, "the column " + name + " comes twice");
                    }
                    found = index;
                }
            }
            return found;
        }

        void read(CsvLine line, UsageRows rows) {
            if (line.fields().size() != count) {
                throw line.refused(
                        line.fields().size(), "the row has " + line.fields().size() + " columns, the header " + count);
            }
            rows.add(
                    instant(line, time).toEpochMilli(),
                    percent(line, cpu, MOST_CPU_PERCENT),
                    memory < 0 ? Double.NaN : percent(line, memory, MOST_MEMORY_PERCENT));
        }
    }

    private static Instant instant(CsvLine line, int field) {
        String text = line.fields().get(field);
        try {
            TemporalAccessor time = TIME.parseBest(
                    text.replaceFirst("(?<=\\d) +(?=\\d)", "T").replaceFirst(" (?=[Zz+-])", ""),
                    OffsetDateTime::from,
                    LocalDateTime::from);
            Instant instant = time instanceof OffsetDateTime zoned
                    ? zoned.toInstant()
                    : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
            return instant.truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeParseException ignored) {
            throw line.refused(field, "not a time: '" + text + "'");
        }
    }

    private static double percent(CsvLine line, int field, double most) {
        String text = line.fields().get(field);
        if (text.isEmpty()) {
            return Double.NaN;
        }
        if (!NUMBER.test(text)) {
            throw line.refused(field, "not a number: '" + text + "'");
        }
        double value = Double.parseDouble(text);
        if (value < 0 || value > most) {
            throw line.refused(field, String.format(Locale.ROOT, "not a percentage from 0 to %.0f: '%s'", most, text));
        }
        return value;
    }
}
