package io.agentctl.control.performance.regression;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.performance.regression.Finding.Kind;
import io.agentctl.control.performance.regression.SeriesVerdict.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds changes in a series that matter, without crying wolf. Deterministic: the same series gives the same verdict.
 */
public final class ChangeFinder {

    /** Fewer points cannot show a change that chance would not show too often. */
    public static final int FEWEST_POINTS = 10;

    /** A change below 5 % is left to those who ask for it. */
    public static final double USUAL_THRESHOLD = 0.05;

    /** Spreads are looked at besides levels, so they must pass more clearly, for both together to err as seldom. */
    private static final double CLEAR = 0.5;

    private final double threshold;
    private final Worse worse;

    /**
     * Makes a finder.
     *
     * @param threshold the smallest change that matters, as a share of the level: 0.05 for 5 %
     * @param worse the direction that is for the worse
     */
    public ChangeFinder(double threshold, Worse worse) {
        if (!(threshold >= 0 && threshold < 10)) {
            throw new IllegalArgumentException("a threshold is a share from 0 to 10, not " + threshold);
        }
        this.threshold = threshold;
        this.worse = worse;
    }

    /**
     * Looks through a series.
     *
     * @param unordered in any order
     * @throws AgentctlException BAD_DOCUMENT if there are fewer than {@link #FEWEST_POINTS}
     */
    public SeriesVerdict find(List<Sample> unordered) {
        if (unordered.size() < FEWEST_POINTS) {
            throw new AgentctlException(
                    ErrorCode.BAD_DOCUMENT,
                    "the series has " + unordered.size() + " points, too few to tell a change from chance: "
                            + FEWEST_POINTS + " are needed",
                    "Measure more, or look further back with --since.");
        }
        List<Sample> samples =
                unordered.stream().sorted(Comparator.comparing(Sample::time)).toList();
        double[] raw = samples.stream().mapToDouble(Sample::value).toArray();
        Scale scale = Scale.of(raw);
        Seasons adjusted = Seasons.removed(samples, scale.there(raw));
        Levels levels = Levels.of(adjusted.values(), new Gauge.OfLevel(scale, threshold), 0);
        double level = Math.abs(Robust.median(raw));
        double unit = scale == Scale.LOGARITHMIC ? level : 1;
        Levels spreads = Levels.of(levels.distances(), new Gauge.OfSpread(unit, threshold * level), CLEAR);
        List<Finding> findings = new ArrayList<>(levels.findings(Kind.LEVEL, worse, samples));
        spreads.findings(Kind.SPREAD, Worse.HIGHER, samples).stream()
                .filter(finding -> !levels.accountsFor(finding.index()))
                .forEach(findings::add);
        findings.sort(Comparator.comparing(Finding::at).thenComparing(Finding::kind));
        return new SeriesVerdict(word(findings), raw.length, adjusted.season(), levels.dependence(), findings);
    }

    private static Word word(List<Finding> findings) {
        if (findings.stream().anyMatch(finding -> finding.word() == Finding.Word.REGRESSION && finding.standing())) {
            return Word.REGRESSION;
        }
        return findings.stream().anyMatch(finding -> finding.word() == Finding.Word.IMPROVEMENT && finding.standing())
                ? Word.IMPROVEMENT
                : Word.NO_CHANGE;
    }
}
