package io.agentctl.control.rightsizing;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.metrics.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Rows as they come from a file, and the even series that they become. */
final class UsageRows {

    /** Two years of minutes: more is a time that was mistyped, not usage. */
    private static final int MOST_VALUES = 2 * 366 * 24 * 60;

    private static final long LONE_ROW_PERIOD = Duration.ofMinutes(5).toMillis();

    private final long[] times;
    private final double[] cpu;
    private final double[] memory;
    private int size;

    UsageRows(int capacity) {
        times = new long[capacity];
        cpu = new double[capacity];
        memory = new double[capacity];
    }

    void add(long time, double cpuPercent, double memoryPercent) {
        times[size] = time;
        cpu[size] = cpuPercent;
        memory[size] = memoryPercent;
        size++;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Places the rows on a grid of the median distance between them; where two meet, the larger value stays. */
    CsvUsage onAGrid(String file) {
        long[] sorted = Arrays.stream(times, 0, size).sorted().distinct().toArray();
        long period = medianDistance(sorted);
        long last = Math.round((double) (sorted[sorted.length - 1] - sorted[0]) / period);
        if (last >= MOST_VALUES) {
            throw new AgentctlException(
                    ErrorCode.BAD_DOCUMENT,
                    file + ":1:1: the rows span from " + Instant.ofEpochMilli(sorted[0]) + " to "
                            + Instant.ofEpochMilli(sorted[sorted.length - 1]) + ", too long for a row every "
                            + Duration.ofMillis(period),
                    "look for a time that is mistyped, or export a shorter time");
        }
        double[] cpuGrid = gaps((int) last + 1);
        double[] memoryGrid = gaps((int) last + 1);
        for (int row = 0; row < size; row++) {
            int index = (int) Math.round((double) (times[row] - sorted[0]) / period);
            cpuGrid[index] = larger(cpuGrid[index], cpu[row]);
            memoryGrid[index] = larger(memoryGrid[index], memory[row]);
        }
        Instant start = Instant.ofEpochMilli(sorted[0]);
        Series cpuSeries = Series.of(start, Duration.ofMillis(period), cpuGrid);
        Series memorySeries = Series.of(start, Duration.ofMillis(period), memoryGrid);
        return new CsvUsage(
                cpuSeries,
                memorySeries.isEmpty() ? Series.empty(start, cpuSeries.period()) : memorySeries,
                notes(sorted.length, cpuSeries));
    }

    private List<String> notes(int distinct, Series series) {
        List<String> notes = new ArrayList<>();
        long backwards = IntStream.range(1, size)
                .filter(row -> times[row] < times[row - 1])
                .count();
        if (backwards > 0) {
            notes.add(counted(backwards, "row") + " out of order: sorted by time");
        }
        if (distinct < size) {
            notes.add(counted(size - distinct, "row") + " with a time that came before: the larger value is kept");
        }
        int missing = series.size() - series.present();
        if (missing > 0) {
            notes.add(missing + " of " + series.size() + " periods of " + readable(series.period())
                    + " without a value: left out, not taken for zero");
        }
        return notes;
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static String readable(Duration period) {
        return period.toMillis() % 60_000 == 0
                ? counted(period.toMinutes(), "minute")
                : period.toMillis() / 1000.0 + " seconds";
    }

    private static long medianDistance(long[] sorted) {
        if (sorted.length < 2) {
            return LONE_ROW_PERIOD;
        }
        long[] distances = new long[sorted.length - 1];
        for (int index = 1; index < sorted.length; index++) {
            distances[index - 1] = sorted[index] - sorted[index - 1];
        }
        Arrays.sort(distances);
        return distances[distances.length / 2];
    }

    private static double[] gaps(int count) {
        double[] values = new double[count];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    private static double larger(double one, double other) {
        if (Double.isNaN(one)) {
            return other;
        }
        return Double.isNaN(other) ? one : Math.max(one, other);
    }
}
