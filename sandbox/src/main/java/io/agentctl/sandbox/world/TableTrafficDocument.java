package io.agentctl.sandbox.world;

import io.agentctl.sandbox.table.TableTraffic;
import io.agentctl.sandbox.workload.SyntheticWorkload;
import io.agentctl.sandbox.workload.Workload;
import java.util.Map;
import java.util.function.LongToDoubleFunction;

/**
 * What others do with a table or an index; a rhythm as that of a service's workload.
 *
 * @param reads mean read units a second on a working day, when history began
 * @param writes mean write units a second, likewise
 * @param scans the share of the read units that scans take, 0 to 1
 * @param hotKeys partition keys with their shares of the traffic
 * @param dailyAmplitude how far the daily wave swings, 0 to 1
 * @param peakHour UTC
 * @param weekendFactor of a working day's
 * @param growthPerWeek relative
 * @param noise relative standard deviation
 * @param burstFactor what a burst multiplies by
 * @param burstsPerDay how many, of five minutes
 * @param trace recorded units instead of a rhythm; null for a rhythm
 */
record TableTrafficDocument(
        Double reads,
        Double writes,
        Double scans,
        Map<String, Double> hotKeys,
        Double dailyAmplitude,
        Integer peakHour,
        Double weekendFactor,
        Double growthPerWeek,
        Double noise,
        Double burstFactor,
        Double burstsPerDay,
        UnitTraceDocument trace) {
    private static final double SECONDS_PER_MINUTE = 60;
    private static final long WRITE_SALT = 0x5eed_2001L;

    /** Fills in defaults and validates. */
    TableTrafficDocument {
        reads = reads == null ? 0 : reads;
        writes = writes == null ? 0 : writes;
        scans = scans == null ? 0 : scans;
        hotKeys = hotKeys == null ? Map.of() : Map.copyOf(hotKeys);
        if (trace == null && !(reads >= 0 && writes >= 0 && reads + writes > 0)) {
            throw new IllegalArgumentException("a table's traffic needs reads or writes, units a second, or a trace");
        }
        if (trace != null && reads + writes > 0) {
            throw new IllegalArgumentException("a table's traffic has either a trace or reads and writes");
        }
        new TableTraffic(minute -> 0, minute -> 0, scans, hotKeys, 0);
    }

    /**
     * The traffic.
     *
     * @param past what a trace is relative to, in time and place
     * @param seed decides all that is random
     */
    TableTraffic toTraffic(TablePast past, long seed) {
        long originMinute = past.originMinute();
        if (trace != null) {
            UnitTraceDocument.Units units = trace.read(past.directory(), past.endMinute());
            return new TableTraffic(units.reads(), units.writes(), scans, hotKeys, originMinute);
        }
        return new TableTraffic(
                perMinute(reads, originMinute, seed),
                perMinute(writes, originMinute, seed ^ WRITE_SALT),
                scans,
                hotKeys,
                originMinute);
    }

    private LongToDoubleFunction perMinute(double perSecond, long originMinute, long seed) {
        SyntheticWorkload.Shape shape = new WorkloadDocument.PatternDocument(
                        perSecond * SECONDS_PER_MINUTE,
                        0.0,
                        null,
                        dailyAmplitude,
                        peakHour,
                        weekendFactor,
                        growthPerWeek,
                        noise,
                        burstFactor,
                        burstsPerDay)
                .toShape();
        Workload pattern = new SyntheticWorkload(shape, new Workload.PerTask(0, 0, 0), originMinute, seed);
        return pattern::cpuUnits;
    }
}
