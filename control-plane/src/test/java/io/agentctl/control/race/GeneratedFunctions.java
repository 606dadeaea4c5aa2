package io.agentctl.control.race;

import io.agentctl.control.fargate.Architecture;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Functions made up at random, on which the method was chosen: processor-bound to waiting, steep to flat, with knees,
 * little noise to much, alike at all sizes or not, of four families, known from ten samples a size as a measured one or
 * from many.
 */
final class GeneratedFunctions {

    private static final List<Noise> NOISES = List.of(Noise.values());
    private static final int FEW = 10;
    private static final int MANY = 4000;

    private final SplittableRandom random;

    private GeneratedFunctions(SplittableRandom random) {
        this.random = random;
    }

    static List<TrialFunction> some(int count, long seed) {
        SplittableRandom seeds = new SplittableRandom(seed);
        List<TrialFunction> functions = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            functions.add(new GeneratedFunctions(seeds.split()).function(index));
        }
        return functions;
    }

    private TrialFunction function(int index) {
        double workMs = logUniform(20, 20_000);
        double waitMs = workMs * waitPerWork();
        double knee = ModelFunctions.ONE_PROCESSOR_MB * (random.nextBoolean() ? 1 : logUniform(0.22, 1.35));
        double variation = logUniform(0.005, 0.35);
        Noise noise = NOISES.get(random.nextInt(NOISES.size()));
        int population = random.nextInt(3) == 0 ? FEW : MANY;
        double unlike = random.nextBoolean() ? 0 : random.nextDouble(0.5);
        Map<LambdaSize, List<Measurement>> populations = new TreeMap<>();
        for (int memory = 128; memory <= 2048; memory += 128) {
            LambdaSize size = new LambdaSize(memory, Architecture.X86_64);
            double durationMs = workMs * 128 / Math.min(memory, knee) + waitMs;
            double own = variation * Math.exp(unlike * random.nextGaussian());
            List<Measurement> samples = new ArrayList<>();
            for (int sample = 0; sample < population; sample++) {
                samples.add(Measurement.warm(size, Math.max(0.5, durationMs * noise.draw(own, random)), 60));
            }
            populations.put(size, samples);
        }
        String name = String.format(
                Locale.ROOT,
                "%d: %.0f ms work, %.0f ms wait, %s %.1f %%",
                index,
                workMs,
                waitMs,
                noise,
                100 * variation);
        return new TrialFunction(name, populations);
    }

    private double waitPerWork() {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> random.nextDouble(0.3);
            case 2 -> random.nextDouble(0.3, 3);
            default -> random.nextDouble(3, 30);
        };
    }

    private double logUniform(double low, double high) {
        return Math.exp(random.nextDouble(Math.log(low), Math.log(high)));
    }
}
