package io.agentctl.control.race;

import io.agentctl.control.fargate.Architecture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

/** The three model functions of the bar. */
final class ModelFunctions {

    /** Memory at which a function has one whole processor, in MB. */
    static final double ONE_PROCESSOR_MB = 1769;

    /** Invocations that a population has; its own means are the truth. */
    private static final int POPULATION = 20_000;

    private ModelFunctions() {}

    static List<TrialFunction> all() {
        return List.of(
                function("CPU-bound", memory -> 2000 * ONE_PROCESSOR_MB / Math.min(memory, ONE_PROCESSOR_MB), 0.03),
                function("I/O-bound", memory -> 400 + 20 * ONE_PROCESSOR_MB / Math.min(memory, ONE_PROCESSOR_MB), 0.05),
                function("noisy", memory -> 200 + 150 * ONE_PROCESSOR_MB / Math.min(memory, ONE_PROCESSOR_MB), 0.30));
    }

    private static TrialFunction function(String name, DoubleUnaryOperator durationMs, double variation) {
        SplittableRandom random = new SplittableRandom(name.hashCode());
        Map<LambdaSize, List<Measurement>> populations = new TreeMap<>();
        for (int memory = 128; memory <= 2048; memory += 128) {
            LambdaSize size = new LambdaSize(memory, Architecture.X86_64);
            List<Measurement> population = new ArrayList<>();
            for (int index = 0; index < POPULATION; index++) {
                double duration = durationMs.applyAsDouble(memory) * Noise.LOGNORMAL.draw(variation, random);
                population.add(Measurement.warm(size, duration, 60));
            }
            populations.put(size, population);
        }
        return new TrialFunction(name, populations);
    }
}
