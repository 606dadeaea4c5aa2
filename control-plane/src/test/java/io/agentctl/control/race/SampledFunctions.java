package io.agentctl.control.race;

import io.agentctl.control.fargate.Architecture;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Functions that are hard on every method: like measured ones, seconds long and known from ten samples a size, but with
 * up to 3 % outliers, slow or quick. A single sample that is an outlier is then a tenth of its size's truth.
 */
final class SampledFunctions {

    private static final int SAMPLES = 10;

    private SampledFunctions() {}

    static List<TrialFunction> some(int count, long seed) {
        SplittableRandom seeds = new SplittableRandom(seed);
        List<TrialFunction> functions = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            functions.add(function(index, seeds.split()));
        }
        return functions;
    }

    private static TrialFunction function(int index, SplittableRandom random) {
        double waitMs = random.nextDouble(3000, 14_000);
        double workMs = Math.exp(random.nextDouble(Math.log(100), Math.log(30_000)));
        double variation = random.nextDouble(0.015, 0.05);
        double unlike = random.nextDouble(0.4);
        double outliers = random.nextDouble(0.03);
        Map<LambdaSize, List<Measurement>> populations = new TreeMap<>();
        for (int memory = 128; memory <= 2048; memory += 128) {
            LambdaSize size = new LambdaSize(memory, Architecture.X86_64);
            double durationMs = waitMs + workMs * 128 / Math.min(memory, ModelFunctions.ONE_PROCESSOR_MB);
            double own = variation * Math.exp(unlike * random.nextGaussian());
            List<Measurement> samples = new ArrayList<>();
            for (int sample = 0; sample < SAMPLES; sample++) {
                double outlier = random.nextDouble() < outliers ? random.nextDouble(0.5, 1.6) : 1;
                samples.add(Measurement.warm(size, durationMs * Noise.LOGNORMAL.draw(own, random) * outlier, 60));
            }
            populations.put(size, samples);
        }
        String name = String.format(
                Locale.ROOT,
                "sampled %d: %.0f ms work, %.0f ms wait, %.1f %%, %.1f %% outliers",
                index,
                workMs,
                waitMs,
                100 * variation,
                100 * outliers);
        return new TrialFunction(name, populations);
    }
}
