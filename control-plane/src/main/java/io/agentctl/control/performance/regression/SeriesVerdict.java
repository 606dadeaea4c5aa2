package io.agentctl.control.performance.regression;

import java.util.List;

/**
 * What became of a series.
 *
 * @param word the verdict on its end, compared with what came before
 * @param points how many there were
 * @param season what was taken out before looking
 * @param dependence the correlation of neighbours around their levels that was allowed for, from 0 to 1
 * @param findings in the order of time
 */
public record SeriesVerdict(Word word, int points, Season season, double dependence, List<Finding> findings) {

    public SeriesVerdict {
        findings = List.copyOf(findings);
    }

    /** A verdict. */
    public enum Word {
        /** It is worse at the end than it was. */
        REGRESSION,
        /** It became better, and nothing worse stands. */
        IMPROVEMENT,
        /** Nothing changed that matters, or it was mended. */
        NO_CHANGE
    }

    /** What recurs. */
    public enum Season {
        NONE,
        /** By hour of the day. */
        DAY,
        /** By hour of the week. */
        WEEK
    }
}
