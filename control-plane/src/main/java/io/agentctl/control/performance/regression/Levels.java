package io.agentctl.control.performance.regression;

import io.agentctl.control.performance.regression.Finding.Kind;
import io.agentctl.control.performance.regression.Finding.Word;
import java.util.ArrayList;
import java.util.List;

/** A series as levels, one after the other, with only those changes that matter. */
final class Levels {

    /** With fewer points after it, a change may still turn out to have been a burst. */
    private static final int SETTLED = 10;

    /** A change is placed so near to where it is. */
    private static final int MISPLACED = 2;

    private static final double HUNDRED = 100;

    private final double[] values;
    private final List<Change> changes;
    private final Gauge gauge;

    private Levels(double[] values, List<Change> changes, Gauge gauge) {
        this.values = values;
        this.changes = changes;
        this.gauge = gauge;
    }

    /**
     * The levels that a search found, joined where they differ too little.
     *
     * @param beyond by how much changes must pass their tests
     */
    static Levels of(double[] values, Gauge gauge, double beyond) {
        List<Change> clear = new ArrayList<>(ChangeSearch.changes(values));
        clear.removeIf(change -> change.beyond() < beyond);
        Levels levels = new Levels(values, clear, gauge);
        levels.join();
        return levels;
    }

    /**
     * How far each value is from its level, as square roots. After a change at the end that is not settled it is the
     * level before that counts: what swings wildly may look like a new level for a few points.
     */
    double[] distances() {
        double[] distances = residuals();
        if (unsettled()) {
            double before = median(changes.size() - 1);
            for (int i = changes.getLast().at(); i < values.length; i++) {
                distances[i] = values[i] - before;
            }
        }
        for (int i = 0; i < distances.length; i++) {
            distances[i] = Math.sqrt(Math.abs(distances[i]));
        }
        return distances;
    }

    /** Whether a change at the end accounts for points that are far from the level before, from an index on. */
    boolean accountsFor(int index) {
        return unsettled() && index >= changes.getLast().at() - MISPLACED;
    }

    private boolean unsettled() {
        return !changes.isEmpty() && values.length - changes.getLast().at() < SETTLED;
    }

    /** What neighbours have in common around the levels. */
    double dependence() {
        return Dependence.estimate(Robust.drawnIn(residuals()));
    }

    /** What a reader is told of the changes, in order. */
    List<Finding> findings(Kind kind, Worse worse, List<Sample> samples) {
        List<Finding> findings = new ArrayList<>();
        double rho = dependence();
        double last = changes.isEmpty() ? 0 : reading(changes.size());
        for (int i = 0; i < changes.size(); i++) {
            int at = changes.get(i).at();
            double before = reading(i);
            double after = reading(i + 1);
            double percent = HUNDRED * gauge.change(before, after);
            Shift shift = Shift.at(values, start(i), at, end(i + 1), rho);
            double median = median(i);
            double low = Math.min(percent, HUNDRED * gauge.change(before, gauge.reading(median + shift.low())));
            double high = Math.max(percent, HUNDRED * gauge.change(before, gauge.reading(median + shift.high())));
            if (low <= 0 && high >= 0) {
                continue;
            }
            boolean bad = worse.is(after - before);
            findings.add(new Finding(
                    kind,
                    bad ? Word.REGRESSION : Word.IMPROVEMENT,
                    samples.get(at).time(),
                    at,
                    before,
                    after,
                    percent,
                    low,
                    high,
                    changes.get(i).confidence(),
                    values.length - at < SETTLED,
                    worse.is(last - before) == bad && gauge.matters(before, last)));
        }
        return findings;
    }

    /** Leaves away the least change, while there is one that does not matter. */
    private void join() {
        while (true) {
            int least = -1;
            for (int i = 0; i < changes.size(); i++) {
                if (!gauge.matters(reading(i), reading(i + 1)) && (least < 0 || size(i) < size(least))) {
                    least = i;
                }
            }
            if (least < 0) {
                return;
            }
            changes.remove(least);
        }
    }

    private double size(int change) {
        return Math.abs(gauge.change(reading(change), reading(change + 1)));
    }

    private double[] residuals() {
        double[] residuals = values.clone();
        for (int level = 0; level <= changes.size(); level++) {
            double median = median(level);
            for (int i = start(level); i < end(level); i++) {
                residuals[i] -= median;
            }
        }
        return residuals;
    }

    private double reading(int level) {
        return gauge.reading(median(level));
    }

    private double median(int level) {
        return Robust.median(values, start(level), end(level));
    }

    private int start(int level) {
        return level == 0 ? 0 : changes.get(level - 1).at();
    }

    private int end(int level) {
        return level == changes.size() ? values.length : changes.get(level).at();
    }
}
