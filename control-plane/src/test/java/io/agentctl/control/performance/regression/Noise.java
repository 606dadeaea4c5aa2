package io.agentctl.control.performance.regression;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Series in which nothing happens, and the same with something put in. */
final class Noise {

    static final Path LATENCIES = Path.of("../../shared/data/cloudwatch/ec2_request_latency_system_failure.csv");
    /** The first point of the failure at the end of that series. */
    static final int FAILURE = 4023;

    private static final double LEVEL = 100;
    private static final double STEADY = 0.03;
    private static final double WIDE = 0.2;

    /** Makes a series of a length. */
    interface Source {
        double[] series(RandomGenerator random, int length);
    }

    private Noise() {}

    /** Independent normal values with a coefficient of variation of 3 %. */
    static double[] steady(RandomGenerator random, int length) {
        return autoregressive(random, length, STEADY, 0);
    }

    /** The same with 20 %: here the smallest change that matters keeps little noise from being taken for a change. */
    static double[] normal(RandomGenerator random, int length) {
        return autoregressive(random, length, WIDE, 0);
    }

    /** An autoregressive series of the first order with the mean and the variance of the normal one. */
    static double[] dependent(RandomGenerator random, int length, double rho) {
        return autoregressive(random, length, WIDE, rho);
    }

    private static double[] autoregressive(RandomGenerator random, int length, double deviation, double rho) {
        double[] series = new double[length];
        double state = random.nextGaussian();
        for (int i = 0; i < length; i++) {
            series[i] = LEVEL * (1 + deviation * state);
            state = rho * state + Math.sqrt(1 - rho * rho) * random.nextGaussian();
        }
        return series;
    }

    static double[] lognormal(RandomGenerator random, int length) {
        double[] series = new double[length];
        for (int i = 0; i < length; i++) {
            series[i] = LEVEL * Math.exp(random.nextGaussian());
        }
        return series;
    }

    /** Values drawn from what was measured before the failure. */
    static Source drawn() {
        double[] measured = measured().subList(0, FAILURE).stream()
                .mapToDouble(Sample::value)
                .toArray();
        return (random, length) -> {
            double[] series = new double[length];
            for (int i = 0; i < length; i++) {
                series[i] = measured[random.nextInt(measured.length)];
            }
            return series;
        };
    }

    static List<Sample> measured() {
        return measured(LATENCIES);
    }

    static List<Sample> measured(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .skip(1)
                    .map(line -> line.split(","))
                    .map(cells -> new Sample(
                            LocalDateTime.parse(cells[0].replace(' ', 'T')).toInstant(ZoneOffset.UTC),
                            Double.parseDouble(cells[1])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with its last values raised by a share. */
    static double[] stepped(double[] series, int last, double share) {
        double[] stepped = series.clone();
        for (int i = series.length - last; i < series.length; i++) {
            stepped[i] *= 1 + share;
        }
        return stepped;
    }

    /** The same with one value anywhere multiplied. */
    static double[] spiked(RandomGenerator random, double[] series, double factor) {
        double[] spiked = series.clone();
        spiked[random.nextInt(series.length)] *= factor;
        return spiked;
    }

    /** The series as samples an hour apart. */
    static List<Sample> hourly(double[] series) {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < series.length; i++) {
            samples.add(new Sample(start.plus(Duration.ofHours(i)), series[i]));
        }
        return samples;
    }
}
