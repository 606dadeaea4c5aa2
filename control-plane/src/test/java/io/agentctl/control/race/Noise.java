package io.agentctl.control.race;

import java.util.SplittableRandom;

/** Families of noise about one, by their coefficient of variation. */
enum Noise {
    LOGNORMAL {
        @Override
        double draw(double variation, SplittableRandom random) {
            double deviation = Math.sqrt(Math.log1p(variation * variation));
            return Math.exp(deviation * random.nextGaussian() - deviation * deviation / 2);
        }
    },
    GAMMA {
        @Override
        double draw(double variation, SplittableRandom random) {
            double shape = 1 / (variation * variation);
            return shape < 1
                    ? gamma(shape + 1, random) * Math.pow(random.nextDouble(), 1 / shape) / shape
                    : gamma(shape, random) / shape;
        }
    },
    /** As lognormal, and one in a hundred is up to eight times as slow. */
    OUTLIERS {
        @Override
        double draw(double variation, SplittableRandom random) {
            double slow = random.nextDouble() < 0.01 ? random.nextDouble(1.5, 8) : 1;
            return slow * LOGNORMAL.draw(variation, random);
        }
    },
    /** A least time, and an exponential above it. */
    QUEUE {
        @Override
        double draw(double variation, SplittableRandom random) {
            return 1 - variation - variation * Math.log(1 - random.nextDouble());
        }
    };

    abstract double draw(double variation, SplittableRandom random);

    /** G. Marsaglia, W. Tsang, "A simple method for generating gamma variables", 2000; shape 1 and above. */
    private static double gamma(double shape, SplittableRandom random) {
        double reduced = shape - 1.0 / 3;
        double scale = 1 / Math.sqrt(9 * reduced);
        while (true) {
            double normal = random.nextGaussian();
            double cube = Math.pow(1 + scale * normal, 3);
            boolean accepted = cube > 0
                    && Math.log(1 - random.nextDouble())
                            < normal * normal / 2 + reduced - reduced * cube + reduced * Math.log(cube);
            if (accepted) {
                return reduced * cube;
            }
        }
    }
}
