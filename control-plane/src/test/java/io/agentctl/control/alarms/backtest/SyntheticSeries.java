package io.agentctl.control.alarms.backtest;

import io.agentctl.control.alarms.backtest.MeasuredHistory.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Two weeks at five minutes, with incidents of several shapes at known times.
 *
 * @param name which base and which incidents
 * @param history the series
 * @param incidents with half an hour before each and an hour after it, as people label
 */
record SyntheticSeries(String name, MeasuredHistory history, List<Incident> incidents) {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int SIZE = 4_032;
    private static final int HALF = SIZE / 2;
    private static final int DAY = 288;

    /** What a series does without incidents. */
    enum Base {
        FLAT,
        DIURNAL,
        BURSTY,
        NIGHTLY,
        HEAVY,
        DRIFTING
    }

    /** What goes wrong. */
    enum Trouble {
        SPIKE,
        SHIFT,
        DROP,
        RAMP
    }

    static SyntheticSeries of(long seed) {
        Random random = new Random(seed);
        Base base = Base.values()[(int) (seed % Base.values().length)];
        double level = Math.pow(10, random.nextDouble() * 3);
        double[] values = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            values[i] = Math.abs(level * usual(base, i, random));
        }
        double deviation = deviation(values);
        double height = (4 + 5 * random.nextDouble()) * deviation;
        List<Incident> incidents = new ArrayList<>();
        StringBuilder name = new StringBuilder(seed + " " + base);
        int count = 1 + random.nextInt(2);
        for (int k = 0; k < count; k++) {
            Trouble trouble = Trouble.values()[random.nextInt(Trouble.values().length)];
            int length = 6 + random.nextInt(70);
            int from = HALF + 100 + k * 900 + random.nextInt(700);
            harm(values, trouble, from, length, height, level);
            incidents.add(new Incident(
                    time(from).minus(Duration.ofMinutes(30)),
                    time(from + length).plus(Duration.ofHours(1))));
            name.append(' ').append(trouble);
        }
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            points.add(new Point(time(i), values[i]));
        }
        return new SyntheticSeries(name.toString(), MeasuredHistory.of(points), incidents);
    }

    private static double usual(Base base, int i, Random random) {
        double noise = random.nextGaussian();
        double hour = 24.0 * (i % DAY) / DAY;
        return switch (base) {
            case FLAT -> 1 + 0.05 * noise;
            case DIURNAL -> 1 + 0.5 * Math.sin(2 * Math.PI * (hour - 9) / 24) + 0.08 * noise;
            case BURSTY -> (1 + 0.1 * noise) * (random.nextInt(100) == 0 ? 1.5 + 2.5 * random.nextDouble() : 1);
            case NIGHTLY -> (1 + 0.05 * noise) * (i % DAY < 6 ? 2.5 : 1);
            case HEAVY -> Math.exp(0.5 * noise);
            case DRIFTING -> 1 + 0.05 * noise + 0.4 * i / SIZE;
        };
    }

    private static void harm(double[] values, Trouble trouble, int from, int length, double height, double level) {
        for (int i = 0; i < length; i++) {
            double change =
                    switch (trouble) {
                        case SPIKE -> i < 6 ? 1.5 * height : 0;
                        case SHIFT -> height;
                        case DROP -> -Math.max(height, 0.8 * level);
                        case RAMP -> 1.5 * height * i / length;
                    };
            values[from + i] = Math.max(0, values[from + i] + change);
        }
    }

    private static double deviation(double[] values) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < HALF; i++) {
            sum += values[i];
            squares += values[i] * values[i];
        }
        double mean = sum / HALF;
        return Math.sqrt(squares / HALF - mean * mean);
    }

    private static Instant time(int index) {
        return START.plus(Duration.ofMinutes(5L * index));
    }
}
