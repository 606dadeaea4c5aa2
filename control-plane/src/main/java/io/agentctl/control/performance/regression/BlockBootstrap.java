package io.agentctl.control.performance.regression;

import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * What figures of a result might have been: its stretches drawn anew, those of each stage among themselves, and several
 * that followed one another together, since what slows one often slows the next (Künsch 1989; circular, Politis and
 * Romano 1992). Deterministic: chance is seeded alike each time.
 */
final class BlockBootstrap {

    private static final int DRAWS = 2000;

    private final Tally[] draws;

    private BlockBootstrap(Tally[] draws) {
        this.draws = draws;
    }

    /** Draws anew; different seeds for results that are compared. */
    static BlockBootstrap of(MeasuredBlocks blocks, long seed) {
        Random random = new Random(seed);
        Tally[] draws = new Tally[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            draws[draw] = blocks.tally(weights(blocks.stageSizes(), random));
        }
        return new BlockBootstrap(draws);
    }

    private static int[][] weights(List<Integer> sizes, Random random) {
        int[][] weights = new int[sizes.size()][];
        for (int stage = 0; stage < weights.length; stage++) {
            int size = sizes.get(stage);
            int run = (int) Math.max(1, Math.round(Math.cbrt(size)));
            weights[stage] = new int[size];
            for (int drawn = 0; drawn < size; ) {
                int start = random.nextInt(size);
                for (int i = 0; i < run && drawn < size; i++, drawn++) {
                    weights[stage][(start + i) % size]++;
                }
            }
        }
        return weights;
    }

    /** A figure in each draw. */
    double[] of(ToDoubleFunction<Tally> figure) {
        double[] values = new double[draws.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = figure.applyAsDouble(draws[i]);
        }
        return values;
    }
}
