package io.agentctl.control.performance.regression;

import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;

/** The bars of change points as a table; {@link #main} prints it for {@code docs/measurements.md}. */
final class RegressionBars {

    static final List<Integer> LENGTHS = List.of(10, 50, 100, 500);
    private static final double HUNDRED = 100;
    private static final int NEAR = 2;

    private RegressionBars() {}

    /** The percentage of series of noise with any finding. */
    static double falseRate(Noise.Source source, int length, int series, long seed) {
        return rate(source, length, series, seed, values -> !found(values).isEmpty());
    }

    /** The same of the peer. */
    static double peersFalseRate(Noise.Source source, int length, int series, long seed) {
        return rate(source, length, series, seed, values -> !WindowedEDivisive.changes(values)
                .isEmpty());
    }

    /** The percentage of series in which a regression of their level is found where it is, give or take two. */
    static double foundRate(int length, int last, double share, int series, long seed) {
        return rate(
                (random, size) -> Noise.stepped(Noise.steady(random, size), last, share),
                length,
                series,
                seed,
                values -> found(values).stream()
                        .anyMatch(finding -> finding.kind() == Finding.Kind.LEVEL
                                && finding.word() == Finding.Word.REGRESSION
                                && Math.abs(finding.index() - (length - last)) <= NEAR));
    }

    static double peersFoundRate(int length, int last, double share, int series, long seed) {
        return rate(
                (random, size) -> Noise.stepped(Noise.steady(random, size), last, share),
                length,
                series,
                seed,
                values -> WindowedEDivisive.changes(values).stream()
                        .anyMatch(at -> Math.abs(at - (length - last)) <= NEAR));
    }

    static List<Finding> found(double[] values) {
        return new ChangeFinder(ChangeFinder.USUAL_THRESHOLD, Worse.HIGHER)
                .find(Noise.hourly(values))
                .findings();
    }

    private static double rate(Noise.Source source, int length, int series, long seed, Predicate<double[]> counted) {
        Random random = new Random(seed);
        int count = 0;
        for (int i = 0; i < series; i++) {
            if (counted.test(source.series(random, length))) {
                count++;
            }
        }
        return HUNDRED * count / series;
    }

    /** Prints the table: {@code main [SERIES [SEED [PART]]]}; the parts are noise, spikes, dependent and steps. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
        int series = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        List<String> parts =
                arguments.length > 2 ? List.of(arguments[2]) : List.of("noise", "spikes", "dependent", "steps");
        System.out.println("| series with a finding, % | 10 | 50 | 100 | 500 |\n| --- | --- | --- | --- | --- |");
        if (parts.contains("noise")) {
            row("normal", Noise::normal, series, seed);
            row("lognormal", Noise::lognormal, series, seed);
            if (Files.exists(Noise.LATENCIES)) {
                row("drawn from latencies", Noise.drawn(), series, seed);
            }
        }
        if (parts.contains("spikes")) {
            row(
                    "one spike of 10 times",
                    (random, n) -> Noise.spiked(random, Noise.steady(random, n), 10),
                    series,
                    seed);
        }
        if (parts.contains("dependent")) {
            for (double rho : new double[] {0.2, 0.4, 0.6, 0.8}) {
                row("dependent, ρ = " + rho, (random, n) -> Noise.dependent(random, n, rho), series, seed);
            }
        }
        if (parts.contains("steps")) {
            step(50, 5, 0.1, series, seed);
            step(50, 3, 0.1, series, seed);
            step(10, 5, 0.2, series, seed);
            step(200, 5, 0.1, series, seed);
        }
    }

    @SuppressWarnings("SystemOut")
    private static void step(int length, int last, double share, int series, long seed) {
        System.out.printf(
                Locale.ROOT,
                "+%.0f %% over the last %d of %d: found %.1f %% (peer %.1f %%)%n",
                HUNDRED * share,
                last,
                length,
                foundRate(length, last, share, series, seed),
                peersFoundRate(length, last, share, series, seed));
    }

    @SuppressWarnings("SystemOut")
    private static void row(String name, Noise.Source source, int series, long seed) {
        StringBuilder cells = new StringBuilder();
        for (int length : LENGTHS) {
            cells.append(String.format(
                    Locale.ROOT,
                    " %.1f (peer %.1f) |",
                    falseRate(source, length, series, seed),
                    peersFalseRate(source, length, series, seed)));
        }
        System.out.println("| " + name + " |" + cells);
    }
}
