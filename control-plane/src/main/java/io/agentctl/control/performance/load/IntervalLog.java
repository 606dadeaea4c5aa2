package io.agentctl.control.performance.load;

import io.agentctl.control.performance.Latencies;
import io.agentctl.control.performance.LoadResult.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * The course of a stage in short stretches: seconds for ten minutes, then tens of seconds, then minutes, so that a long
 * run is described in little more than a short one. A stretch has the requests that were due in it. Few stretches are
 * open at once; the others are kept as they will be written, and opened again should one of their requests end late.
 */
final class IntervalLog {

    private static final int OPEN = 12;
    private static final int FINE = 600;
    private static final int MIDDLE = 600;
    private static final int TEN = 10;
    private static final int MINUTE = 60;

    private final Map<Integer, Open> open = new LinkedHashMap<>(OPEN * 2, 0.75f, true);
    private final TreeMap<Integer, Closed> closed = new TreeMap<>();
    private final Histogram spare = Latencies.empty();

    private static final class Open {
        private final Histogram micros;
        private long failed;

        Open(Histogram micros, long failed) {
            this.micros = micros;
            this.failed = failed;
        }
    }

    private record Closed(Latencies latencies, long failed) {}

    /**
     * Notes a request.
     *
     * @param seconds from the start of the stage to when it was due
     * @param micros its latency; below 0 if it has none
     */
    void add(double seconds, long micros, boolean isFailure) {
        Open stretch = open(index(seconds));
        if (micros >= 0) {
            stretch.micros.recordValue(micros);
        }
        stretch.failed += isFailure ? 1 : 0;
    }

    /** All stretches, also those that had no request. */
    List<Interval> intervals(int stage, double after) {
        TreeMap<Integer, Closed> all = new TreeMap<>(closed);
        open.forEach((index, stretch) -> all.put(index, new Closed(Latencies.of(stretch.micros), stretch.failed)));
        Closed nothing = new Closed(Latencies.of(spare), 0);
        List<Interval> intervals = new ArrayList<>();
        for (int index = 0; !all.isEmpty() && index <= all.lastKey(); index++) {
            Closed stretch = all.getOrDefault(index, nothing);
            intervals.add(
                    new Interval(stage, after + start(index), width(index), stretch.failed(), stretch.latencies()));
        }
        return intervals;
    }

    private Open open(int index) {
        Open known = open.get(index);
        if (known != null) {
            return known;
        }
        Closed before = closed.remove(index);
        Open opened = before == null
                ? new Open(Latencies.empty(), 0)
                : new Open(before.latencies().micros(), before.failed());
        if (open.size() >= OPEN) {
            Map.Entry<Integer, Open> oldest = open.entrySet().iterator().next();
            closed.put(oldest.getKey(), new Closed(Latencies.of(oldest.getValue().micros), oldest.getValue().failed));
            open.remove(oldest.getKey());
        }
        open.put(index, opened);
        return opened;
    }

    private static int index(double seconds) {
        double later = seconds - FINE;
        if (later < 0) {
            return (int) seconds;
        }
        double muchLater = later - MIDDLE * TEN;
        return muchLater < 0 ? FINE + (int) (later / TEN) : FINE + MIDDLE + (int) (muchLater / MINUTE);
    }

    private static double start(int index) {
        if (index < FINE) {
            return index;
        }
        return index < FINE + MIDDLE
                ? FINE + TEN * (index - FINE)
                : FINE + MIDDLE * TEN + MINUTE * (index - FINE - MIDDLE);
    }

    private static double width(int index) {
        if (index < FINE) {
            return 1;
        }
        return index < FINE + MIDDLE ? TEN : MINUTE;
    }
}
