package io.agentctl.sandbox.workload;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A service's utilization over time, computed when it is asked for. What lies in the past cannot change, so five-minute
 * statistics are kept, in 28 bytes each: reading several statistics over weeks computes each minute once. Thread-safe.
 */
public final class UtilizationSeries {
    private static final int MINUTES_PER_DAY = 1440;
    private static final int BIN_MINUTES = 5;
    private static final int BINS_PER_DAY = MINUTES_PER_DAY / BIN_MINUTES;
    /** Count, then sum, minimum and maximum of CPU, then of memory. */
    private static final int BIN_FIELDS = 7;

    private static final long MILLIS_PER_MINUTE = 60_000;
    private static final long HALF_MINUTE = 30_000;

    private final Workload workload;
    private final Supplier<Occupancy> occupancy;
    private final Map<Long, Day> days = new HashMap<>();

    /**
     * A series of a workload under an occupancy.
     *
     * @param workload what there is to do
     * @param occupancy what ran, as it is known now
     */
    public UtilizationSeries(Workload workload, Supplier<Occupancy> occupancy) {
        this.workload = workload;
        this.occupancy = occupancy;
    }

    private static final class Day {
        private final float[] bins = new float[BINS_PER_DAY * BIN_FIELDS];
        private int filled;
    }

    /**
     * Collects the statistics of some minutes.
     *
     * @param resource what to measure
     * @param fromMinute the first minute since the epoch
     * @param minutes how many
     * @param untilMinute the first minute that has not passed yet: it and later ones have no samples
     * @param into where to collect; cleared first
     */
    public synchronized void collect(
            Resource resource, long fromMinute, int minutes, long untilMinute, Aggregate into) {
        into.clear();
        long end = Math.min(fromMinute + minutes, untilMinute);
        long minute = fromMinute;
        long firstBin = Math.ceilDiv(fromMinute, (long) BIN_MINUTES) * BIN_MINUTES;
        long lastBin = Math.floorDiv(end, (long) BIN_MINUTES) * BIN_MINUTES;
        if (firstBin < lastBin) {
            collectMinutes(resource, minute, firstBin, into);
            for (minute = firstBin; minute < lastBin; minute += BIN_MINUTES) {
                collectBin(resource, minute, into);
            }
        }
        collectMinutes(resource, minute, end, into);
    }

    private void collectMinutes(Resource resource, long from, long end, Aggregate into) {
        Occupancy history = occupancy.get();
        Minute sample = new Minute();
        for (long minute = from; minute < end; minute++) {
            compute(history, history.indexAt(minute * MILLIS_PER_MINUTE + HALF_MINUTE), minute, sample);
            Minute.Percent percent = resource.of(sample);
            into.add(percent.average() * sample.running(), sample.running(), percent.minimum(), percent.maximum());
        }
    }

    private void collectBin(Resource resource, long firstMinute, Aggregate into) {
        int binOfDay = (int) Math.floorMod(firstMinute, (long) MINUTES_PER_DAY) / BIN_MINUTES;
        Day day = days.computeIfAbsent(Math.floorDiv(firstMinute, (long) MINUTES_PER_DAY), ignored -> new Day());
        if (day.filled <= binOfDay) {
            fill(day, firstMinute - (long) binOfDay * BIN_MINUTES, binOfDay);
        }
        float[] bins = day.bins;
        int at = binOfDay * BIN_FIELDS;
        int field = at + (resource == Resource.CPU ? 1 : 4);
        into.add(bins[field], bins[at], bins[field + 1], bins[field + 2]);
    }

    private void fill(Day day, long dayStart, int upToBin) {
        Occupancy history = occupancy.get();
        Minute sample = new Minute();
        Aggregate cpu = new Aggregate();
        Aggregate memory = new Aggregate();
        int index = history.indexAt(dayStart * MILLIS_PER_MINUTE);
        while (day.filled <= upToBin) {
            cpu.clear();
            memory.clear();
            long first = dayStart + (long) day.filled * BIN_MINUTES;
            for (long minute = first; minute < first + BIN_MINUTES; minute++) {
                index = history.indexFrom(index, minute * MILLIS_PER_MINUTE + HALF_MINUTE);
                compute(history, index, minute, sample);
                add(sample, sample.cpu(), cpu);
                add(sample, sample.memory(), memory);
            }
            store(cpu, memory, day.bins, day.filled * BIN_FIELDS);
            day.filled++;
        }
    }

    private static void add(Minute sample, Minute.Percent percent, Aggregate into) {
        into.add(percent.average() * sample.running(), sample.running(), percent.minimum(), percent.maximum());
    }

    private static void store(Aggregate cpu, Aggregate memory, float[] bins, int at) {
        bins[at] = (float) cpu.count();
        bins[at + 1] = (float) cpu.sum();
        bins[at + 2] = (float) cpu.minimum();
        bins[at + 3] = (float) cpu.maximum();
        bins[at + 4] = (float) memory.sum();
        bins[at + 5] = (float) memory.minimum();
        bins[at + 6] = (float) memory.maximum();
    }

    private void compute(Occupancy history, int index, long minute, Minute sample) {
        int running = history.running(index);
        sample.compute(
                workload,
                minute,
                running,
                running == 0 ? 1 : history.cpuUnits(index),
                running == 0 ? 1 : history.memoryMebibytes(index));
    }
}
