package io.agentctl.sandbox.world;

import io.agentctl.sandbox.workload.TraceWorkload;
import io.agentctl.sandbox.workload.Workload;
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
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Reads recorded series from CSV files. Rows out of order are sorted; of duplicates the last counts; gaps hold. */
final class TraceReader {
    private static final double MOST_PERCENT = 1000;
    private static final double WHOLE = 100;
    private static final long LONGEST_MINUTES = 2L * 366 * 1440;
    private static final long SECONDS_PER_MINUTE = 60;

    private final Path file;
    private final WorkloadDocument.TraceDocument trace;

    private TraceReader(Path file, WorkloadDocument.TraceDocument trace) {
        this.file = file;
        this.trace = trace;
    }

    private record Row(double cpuPercent, double memoryPercent) {}

    private record Columns(int timestamp, int cpu, int memory) {}

    /**
     * Reads a trace as a workload of the whole service.
     *
     * @param directory what the file's name is relative to
     * @param endMinute the minute since the epoch that the trace ends before
     */
    static Workload read(
            Path directory, WorkloadDocument.TraceDocument trace, Workload.PerTask perTask, long endMinute, long seed) {
        Path file = directory.resolve(trace.file());
        try {
            List<String> lines = Files.readAllLines(file);
            return new TraceReader(file, trace).parse(lines, perTask, endMinute, seed);
        } catch (IOException e) {
            throw new WorldFormatException(file + ": cannot be read: " + e.getMessage());
        }
    }

    private Workload parse(List<String> lines, Workload.PerTask perTask, long endMinute, long seed) {
        if (lines.size() < 2) {
            throw new WorldFormatException(file + ": a trace needs a header and at least one row");
        }
        Columns columns = columns(lines.getFirst());
        NavigableMap<Long, Row> rows = new TreeMap<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                String[] fields = lines.get(i).split(",", -1);
                rows.put(minute(i + 1, fields, columns.timestamp()), row(i + 1, fields, columns));
            }
        }
        if (rows.isEmpty()) {
            throw new WorldFormatException(file + ": there are no rows");
        }
        return workload(rows, perTask, endMinute, seed);
    }

    private Columns columns(String header) {
        List<String> names =
                Arrays.stream(header.split(",", -1)).map(String::strip).toList();
        int timestamp = names.indexOf("timestamp");
        int cpu = names.indexOf("cpu_percent");
        if (timestamp < 0 || cpu < 0) {
            throw new WorldFormatException(
                    file + ":1:1: the header must name timestamp and cpu_percent, and may name memory_percent");
        }
        return new Columns(timestamp, cpu, names.indexOf("memory_percent"));
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

    private Row row(int line, String[] fields, Columns columns) {
        double memory = columns.memory() < 0 ? Double.NaN : percent(line, fields, columns.memory());
        return new Row(percent(line, fields, columns.cpu()), memory);
    }

    private double percent(int line, String[] fields, int column) {
        String text = field(line, fields, column);
        try {
            double value = Double.parseDouble(text);
            if (value >= 0 && value <= MOST_PERCENT) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw at(line, fields, column, "not a number: " + text);
        }
        throw at(line, fields, column, "not a percentage: " + text);
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

    private Workload workload(NavigableMap<Long, Row> rows, Workload.PerTask perTask, long endMinute, long seed) {
        List<Long> minutes = new ArrayList<>(rows.keySet());
        long step = minutes.size() == 1 ? 1 : medianStep(minutes);
        long span = minutes.getLast() - minutes.getFirst() + step;
        if (span > LONGEST_MINUTES) {
            throw new WorldFormatException(file + ": a trace spans at most two years");
        }
        float[] cpu = new float[(int) span];
        float[] memory = new float[(int) span];
        for (Map.Entry<Long, Row> entry : rows.entrySet()) {
            int from = (int) (entry.getKey() - minutes.getFirst());
            Long next = rows.higherKey(entry.getKey());
            int to = next == null ? (int) span : (int) (next - minutes.getFirst());
            Row row = entry.getValue();
            Arrays.fill(cpu, from, to, (float) (row.cpuPercent / WHOLE * trace.cpu() * trace.tasks()));
            double inUse = Double.isNaN(row.memoryPercent)
                    ? trace.memoryInUse() == null ? 0 : trace.memoryInUse()
                    : row.memoryPercent / WHOLE * trace.memory();
            Arrays.fill(memory, from, to, (float) (inUse * trace.tasks()));
        }
        return new TraceWorkload(cpu, memory, endMinute, perTask, seed);
    }

    private static long medianStep(List<Long> minutes) {
        long[] steps = new long[minutes.size() - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = minutes.get(i + 1) - minutes.get(i);
        }
        Arrays.sort(steps);
        return steps[steps.length / 2];
    }
}
