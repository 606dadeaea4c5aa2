package io.agentctl.sandbox.world;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongToDoubleFunction;

/**
 * Recorded units of a table or an index; what comes before its beginning and after its end repeats it.
 *
 * @param file CSV with the columns timestamp and those below, units in the time until the next row
 * @param reads the column of read units; null for none
 * @param writes the column of write units; null for none
 * @param factor what they are multiplied by; default 1
 */
record UnitTraceDocument(String file, String reads, String writes, Double factor) {
    private static final double MOST_UNITS = 1e12;

    /** Fills in defaults and validates. */
    UnitTraceDocument {
        factor = factor == null ? 1 : factor;
        if (file == null || (reads == null && writes == null)) {
            throw new IllegalArgumentException("a trace of a table needs file, and the column of reads or of writes");
        }
        if (!(factor > 0)) {
            throw new IllegalArgumentException("a trace's factor must be above 0: " + factor);
        }
    }

    /**
     * Units by the minute since the epoch.
     *
     * @param reads of reads
     * @param writes of writes
     */
    record Units(LongToDoubleFunction reads, LongToDoubleFunction writes) {}

    /**
     * Reads the file.
     *
     * @param directory what its name is relative to
     * @param endMinute the minute since the epoch that the trace ends before
     */
    Units read(Path directory, long endMinute) {
        List<String> columns = new ArrayList<>();
        if (reads != null) {
            columns.add(reads);
        }
        if (writes != null) {
            columns.add(writes);
        }
        SeriesFile series =
                SeriesFile.read(directory.resolve(file), columns, List.of(), MOST_UNITS, "a number of units");
        return new Units(
                perMinute(series, columns.indexOf(reads), endMinute),
                perMinute(series, columns.indexOf(writes), endMinute));
    }

    private LongToDoubleFunction perMinute(SeriesFile series, int column, long endMinute) {
        if (column < 0) {
            return minute -> 0;
        }
        float[] units = new float[(int) series.span()];
        series.forEach(
                (from, to, values) -> Arrays.fill(units, from, to, (float) (values[column] * factor / (to - from))));
        return minute -> units[(int) Math.floorMod(minute - endMinute, (long) units.length)];
    }
}
