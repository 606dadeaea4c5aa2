package io.agentctl.control.rightsizing;

import java.time.Duration;

/**
 * The one burst that advice need not cover in full: everything above its limit happened within one hour, took no more
 * than the accepted share of minutes, and did not come back for two days. Two bursts are a habit, not an accident.
 *
 * @param from first sample that may be left out
 * @param until after the last; the same as {@code from} if there is no such burst
 * @param limit the highest load, in CPU units, outside the burst
 * @param height the highest load of all
 */
record Burst(int from, int until, double limit, double height) {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final Duration QUIET = Duration.ofDays(2);

    static Burst in(Demand demand, double acceptedShare) {
        Days loads = demand.loadByDay();
        double height = loads.fromTop(0);
        Burst found = new Burst(0, 0, height, height);
        int most = (int) (acceptedShare * loads.present());
        int quietFrom = demand.size() - demand.samplesIn(QUIET);
        for (int left = 1; left <= most; left++) {
            double limit = loads.fromTop(left);
            int first = firstAbove(demand, limit);
            int until = lastAbove(demand, limit) + 1;
            if (until - first > demand.samplesIn(WINDOW) || until > quietFrom) {
                return found;
            }
            if (until > first) {
                found = new Burst(first, until, limit, height);
            }
        }
        return found;
    }

    boolean exists() {
        return until > from;
    }

    private static int firstAbove(Demand demand, double limit) {
        int index = 0;
        while (index < demand.size() && !(demand.load(index) > limit)) {
            index++;
        }
        return index;
    }

    private static int lastAbove(Demand demand, double limit) {
        int index = demand.size() - 1;
        while (index >= 0 && !(demand.load(index) > limit)) {
            index--;
        }
        return index;
    }
}
