package io.agentctl.control.alarms.backtest;

import io.agentctl.control.alarms.backtest.MeasuredHistory.Point;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * A history in a CSV file: a line of headings, then a time and a value in each line. Times are ISO 8601, with a space
 * for the T if need be, in UTC unless they say otherwise. A value left empty is missing; of one time there may be
 * several.
 */
public final class CsvHistory {

    private static final DateTimeFormatter LOCAL = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .toFormatter();

    private CsvHistory() {}

    /**
     * Reads a file.
     *
     * @throws AgentctlException BAD_DOCUMENT with file and line for what cannot be read
     */
    public static MeasuredHistory read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new AgentctlException(ErrorCode.BAD_DOCUMENT, "there is no file " + file, "");
        } catch (IOException e) {
            throw new AgentctlException(ErrorCode.BAD_DOCUMENT, "cannot read " + file + ": " + e.getMessage(), "");
        }
        List<Point> points = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                read(lines.get(i), file + ":" + (i + 1), points);
            }
        }
        return MeasuredHistory.of(points);
    }

    private static void read(String line, String place, List<Point> points) {
        String[] cells = line.split(",", -1);
        if (cells.length != 2) {
            throw fault(place, "expected a time and a value, found " + cells.length + " cells");
        }
        Instant time;
        try {
            time = time(cells[0].strip());
        } catch (DateTimeException e) {
            throw fault(place, "'" + cells[0] + "' is no time; write 2026-11-24 13:05:00, or with T and Z");
        }
        if (cells[1].isBlank()) {
            return;
        }
        double value;
        try {
            value = Double.parseDouble(cells[1].strip());
        } catch (NumberFormatException e) {
            throw fault(place, "'" + cells[1] + "' is no number");
        }
        if (!Double.isFinite(value)) {
            throw fault(place, "'" + cells[1] + "' is no finite number");
        }
        points.add(new Point(time, value));
    }

    private static Instant time(String text) {
        String iso = text.replace(' ', 'T');
        boolean offset = iso.endsWith("Z") || iso.matches(".*T.*[+-]\\d\\d:\\d\\d");
        return offset
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso, LOCAL).toInstant(ZoneOffset.UTC);
    }

    private static AgentctlException fault(String place, String message) {
        return new AgentctlException(ErrorCode.BAD_DOCUMENT, place + ": " + message, "");
    }
}
