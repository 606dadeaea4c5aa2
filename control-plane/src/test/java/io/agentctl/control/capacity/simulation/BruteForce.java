package io.agentctl.control.capacity.simulation;

import io.agentctl.control.capacity.simulation.Setting.AutoScaled;
import io.agentctl.control.capacity.simulation.Setting.OnDemand;
import io.agentctl.control.capacity.simulation.Setting.Provisioned;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Plays every setting there is, each until it is dearer than another one or throttles too much; what a search finds is
 * held against it.
 */
public final class BruteForce {

    private final Simulator simulator;
    private final double mostThrottled;
    private final Simulated onDemand;

    private BruteForce(Simulator simulator, double mostThrottled) {
        this.simulator = simulator;
        this.mostThrottled = mostThrottled;
        this.onDemand = simulator.run(new OnDemand());
    }

    /**
     * The cheapest of on demand, each throughput and each scaling.
     *
     * @param top the highest throughput and bound
     * @param mostThrottled the share that may be refused, 0 to 1
     */
    public static Simulated cheapest(Simulator simulator, int top, double mostThrottled) {
        BruteForce force = new BruteForce(simulator, mostThrottled);
        return IntStream.rangeClosed(1, top)
                .parallel()
                .mapToObj(force::upTo)
                .min(Comparator.comparingDouble(Simulated::usd))
                .orElseThrow();
    }

    private Simulated upTo(int max) {
        Simulated best = cheaper(onDemand, new Provisioned(max));
        for (int min = 1; min <= max; min++) {
            for (int target = AutoScaled.LEAST_TARGET; target <= AutoScaled.MOST_TARGET; target++) {
                best = cheaper(best, new AutoScaled(min, max, target));
            }
        }
        return best;
    }

    private Simulated cheaper(Simulated best, Setting setting) {
        Simulated tried = simulator.runWithin(setting, best.usd(), mostThrottled);
        return tried != null && tried.usd() < best.usd() ? tried : best;
    }
}
