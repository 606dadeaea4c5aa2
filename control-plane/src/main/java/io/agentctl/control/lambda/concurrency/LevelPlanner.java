package io.agentctl.control.lambda.concurrency;

import io.agentctl.control.plan.Money;
import io.agentctl.control.pricing.LambdaRate;
import io.agentctl.control.pricing.PriceTable;
import io.agentctl.control.pricing.ProvisionedRate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Finds how many environments to keep ready, from what ran at once in the past and the prices. */
final class LevelPlanner {

    /** Up to here every level is shown; of more, those that tell something. */
    private static final int ALL_UP_TO = 12;

    private static final List<Double> TELLING = List.of(0.5, 0.75, 0.9, 0.95, 0.99, 0.999);

    /** A day has all hours of a daily rhythm; below, a month is guesswork. */
    private static final Duration LEAST_SPAN = Duration.ofHours(24);

    private static final double LEAST_INVOCATIONS = 100;

    /**
     * How long an environment without work is counted as still there. AWS does not document it; minutes are what is
     * commonly seen.
     */
    private static final Duration KEPT_WARM = Duration.ofMinutes(10);

    private static final double MB_PER_GB = 1024;
    private static final double MS_PER_SECOND = 1000;
    private static final double SECONDS_PER_HOUR = 3600;

    /**
     * What is asked.
     *
     * @param rule by which rule
     * @param cover the share of the periods to be covered, 0 to 1
     * @param most how many can be kept ready at most; see {@link ConcurrencyLimits#most}
     * @param present how many are now, 0 for none
     */
    record Terms(LevelRule rule, double cover, int most, int present) {}

    private final LevelFigures figures;
    private final double gb;
    private final LambdaRate rate;
    private final ProvisionedRate provisioned;
    private final double spanSeconds;
    private final Terms terms;
    private final String periodText;

    private LevelPlanner(
            ConcurrencyUsage usage, int memoryMb, LambdaRate rate, ProvisionedRate provisioned, Terms terms) {
        Duration period = usage.peak().period();
        this.figures = LevelFigures.of(usage, (int) Math.max(1, KEPT_WARM.dividedBy(period)));
        this.gb = memoryMb / MB_PER_GB;
        this.rate = rate;
        this.provisioned = provisioned;
        this.spanSeconds = period.multipliedBy(usage.size() - usage.first()).toSeconds();
        this.terms = terms;
        this.periodText = period.toMinutes() == 1 ? "minutes" : period.toMinutes() + "-minute periods";
    }

    /**
     * Finds.
     *
     * @param memoryMb what an invocation has
     * @param rate with prices of what is kept ready
     */
    static LevelAdvice advise(
            ConcurrencyUsage usage, int memoryMb, LambdaRate rate, ProvisionedRate provisioned, Terms terms) {
        LevelPlanner planner = new LevelPlanner(usage, memoryMb, rate, provisioned, terms);
        if (planner.figures.invocations() == 0) {
            return new LevelAdvice(List.of(), OptionalInt.empty(), "no invocation was measured", false);
        }
        return planner.advice();
    }

    private LevelAdvice advice() {
        List<Level> possible = IntStream.rangeClosed(0, figures.highest())
                .mapToObj(this::level)
                .filter(Level::possible)
                .toList();
        Optional<Level> advised =
                switch (terms.rule()) {
                    case COVER ->
                        possible.stream()
                                .filter(level -> level.covered() >= terms.cover())
                                .min(Comparator.comparing(Level::monthly).thenComparing(Level::environments));
                    case NO_DEARER ->
                        possible.stream()
                                .filter(level -> level.monthly().compareTo(level(0).monthly()) <= 0)
                                .max(Comparator.comparingDouble(Level::readyShare)
                                        .thenComparing(Comparator.comparing(Level::environments)
                                                .reversed()));
                };
        boolean enough = spanSeconds >= LEAST_SPAN.toSeconds() && figures.invocations() >= LEAST_INVOCATIONS;
        return new LevelAdvice(
                shown(advised),
                advised.map(level -> OptionalInt.of(level.environments())).orElse(OptionalInt.empty()),
                reason(advised, enough),
                enough);
    }

    private List<Level> shown(Optional<Level> advised) {
        NavigableSet<Integer> chosen = new TreeSet<>();
        if (figures.highest() <= ALL_UP_TO) {
            IntStream.rangeClosed(0, figures.highest()).forEach(chosen::add);
        } else {
            chosen.addAll(List.of(0, 1, figures.highest()));
            TELLING.forEach(share -> chosen.add(figures.covering(share)));
            IntStream.of(terms.present(), terms.most())
                    .filter(level -> level > 0 && level < figures.highest())
                    .forEach(chosen::add);
        }
        advised.ifPresent(level -> chosen.add(level.environments()));
        List<Level> levels = new ArrayList<>();
        chosen.forEach(level -> levels.add(level(level)));
        return levels;
    }

    private Level level(int environments) {
        double monthSeconds = PriceTable.HOURS_PER_MONTH * SECONDS_PER_HOUR;
        double months = spanSeconds / monthSeconds;
        double ready = environments * gb * monthSeconds * provisioned.readyGbSecond();
        double inReady = figures.busyReady(environments) / MS_PER_SECOND;
        double onDemand = figures.busyMillis() / MS_PER_SECOND - inReady;
        double used = gb * (inReady * provisioned.gbSecond() + onDemand * rate.gbSecond())
                + figures.invocations() * rate.requestUsd();
        return new Level(
                environments,
                Money.ofUsd(ready + used / months),
                Money.ofUsd(ready),
                figures.readyShare(environments),
                figures.covered(environments),
                environments == 0 ? OptionalDouble.empty() : OptionalDouble.of(inReady / (environments * spanSeconds)),
                Math.round((figures.coldStarts(0) - figures.coldStarts(environments)) / months),
                environments <= Math.max(0, terms.most()));
    }

    private String reason(Optional<Level> advised, boolean enough) {
        String data = enough
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; too little to act on: %.0f invocations in %.1f hours",
                        figures.invocations(),
                        spanSeconds / SECONDS_PER_HOUR);
        if (advised.isEmpty()) {
            return "covering " + percent(terms.cover()) + " of the " + periodText + " takes "
                    + figures.covering(terms.cover()) + ", but " + Math.max(0, terms.most())
                    + " at most can be kept ready" + data;
        }
        Level level = advised.get();
        return switch (terms.rule()) {
                    case COVER ->
                        "the cheapest that covers " + percent(terms.cover()) + " of the " + periodText
                                + " with invocations";
                    case NO_DEARER ->
                        level.environments() == 0
                                ? "any would be dearer than none"
                                : "the most that is no dearer than none";
                }
                + data;
    }

    private static String percent(double share) {
        String text = String.format(Locale.ROOT, "%.2f", share * 100);
        return text.replaceAll("\\.?0+$", "") + "%";
    }
}
