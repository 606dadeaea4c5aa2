package io.agentctl.sandbox.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A CSV file of measured series: a column {@code timestamp} and columns of numbers. Rows out of order are sorted; of
 * duplicates the last counts.
 */
final class SeriesFile {
    private static final long LONGEST_MINUTES = 2L * 366 * 1440;
    private static final long SECONDS_PER_MINUTE = 60;

    private final Path file;
    private final List<String> names;
    private final NavigableMap<Long, double[]> rows = new TreeMap<>();

    private SeriesFile(Path file, String header) {
        this.file = file;
        this.names = Arrays.stream(header.split(",", -1)).map(String::strip).toList();
    }

    /**
     * Reads a file.
     *
     * @param required columns that must be there, each a number from 0 to {@code most}
     * @param optional columns that may be there; NaN where they are not
     * @param unit what a number that is too small or too large is not, such as {@code a percentage}
     * @throws WorldFormatException with line and column
     */
    static SeriesFile read(Path file, List<String> required, List<String> optional, double most, String unit) {
        List<String> lines = lines(file);
        if (lines.size() < 2) {
            throw new WorldFormatException(file + ": a trace needs a header and at least one row");
        }
        SeriesFile series = new SeriesFile(file, lines.getFirst());
        List<String> there = new ArrayList<>(List.of("timestamp"));
        there.addAll(required);
        if (!series.names.containsAll(there)) {
            throw new WorldFormatException(file + ":1:1: the header must name " + String.join(" and ", there)
                    + (optional.isEmpty() ? "" : ", and may name " + String.join(", ", optional)));
        }
        List<String> columns = new ArrayList<>(required);
        columns.addAll(optional);
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                series.add(i + 1, lines.get(i).split(",", -1), columns, most, unit);
            }
        }
        series.requireRows();
        return series;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new WorldFormatException(file + ": cannot be read: " + e.getMessage());
        }
    }

    private void requireRows() {
        if (rows.isEmpty()) {
            throw new WorldFormatException(file + ": there are no rows");
        }
        if (span() > LONGEST_MINUTES) {
            throw new WorldFormatException(file + ": a trace spans at most two years");
        }
    }

    private void add(int line, String[] fields, List<String> columns, double most, String unit) {
        double[] values = new double[columns.size()];
        for (int i = 0; i < values.length; i++) {
            int column = names.indexOf(columns.get(i));
            values[i] = column < 0 ? Double.NaN : number(line, fields, column, most, unit);
        }
        rows.put(minute(line, fields, names.indexOf("timestamp")), values);
    }

    private long minute(int line, String[] fields, int column) {
        String text = field(line, fields, column).replace(' ', 'T');
        try {
            boolean zoned = text.endsWith("Z") || text.matches(".*[+-]\\d\\d:?\\d\\d$");
            long second = zoned
                    ? OffsetDateTime.parse(text).toEpochSecond()
                    : LocalDateTime.parse(text).toEpochSecond(ZoneOffset.UTC);
            return Math.floorDiv(second, SECONDS_PER_MINUTE);
        } catch (DateTimeException e) {
            throw at(line, fields, column, "not a time: " + text);
        }
    }

    private double number(int line, String[] fields, int column, double most, String unit) {
        String text = field(line, fields, column);
        try {
            double value = Double.parseDouble(text);
            if (value >= 0 && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw at(line, fields, column, "not a number: " + text);
        }
        throw at(line, fields, column, "not " + unit + ": " + text);
    }

    private String field(int line, String[] fields, int column) {
        if (column >= fields.length) {
            throw new WorldFormatException(file + ":" + line + ":1: too few columns");
        }
        return fields[column].strip();
    }

    private WorldFormatException at(int line, String[] fields, int column, String message) {
        int offset = 1;
        for (int i = 0; i < column; i++) {
            offset += fields[i].length() + 1;
        }
        return new WorldFormatException(file + ":" + line + ":" + offset + ": " + message);
    }

    /** Of a row, how many minutes until the next one; of the last, the usual distance. */
    interface Rows {
        /**
         * Takes a row.
         *
         * @param from its first minute, the file's first being 0
         * @param to the minute that follows its last
         * @param values in the order in which the columns were asked for
         */
        void row(int from, int to, double[] values);
    }

    /** Goes through the rows in the order of time. */
    void forEach(Rows into) {
        long first = rows.firstKey();
        rows.forEach((minute, values) -> {
            Long next = rows.higherKey(minute);
            into.row((int) (minute - first), (int) ((next == null ? first + span() : next) - first), values);
        });
    }

    /** How many minutes it covers, the last row's included. */
    long span() {
        return rows.lastKey() - rows.firstKey() + usualStep();
    }

    private long usualStep() {
        long[] minutes = rows.keySet().stream().mapToLong(Long::longValue).toArray();
        if (minutes.length == 1) {
            return 1;
        }
        long[] steps = new long[minutes.length - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = minutes[i + 1] - minutes[i];
        }
        Arrays.sort(steps);
        return steps[steps.length / 2];
    }
}
