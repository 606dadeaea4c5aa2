package io.agentctl.control.performance.regression;

import java.time.Instant;

/**
 * A change in a series.
 *
 * @param kind what changed
 * @param word whether for better or worse
 * @param at the time of the first point after it
 * @param index of that point, from 0
 * @param before the median until then since the change before: of values, or of how far they are from their level
 * @param after the same from then to the next change
 * @param percent by how much it changed; where it was 0 before, 100 for any rise
 * @param low the lower end of what holds the true change in 95 of 100 cases, in percent
 * @param high the upper end
 * @param confidence that there is a change at all, from 0 to 1; see {@link Change#confidence}
 * @param provisional whether there are so few points after it that the next ones may take it back
 * @param standing whether what changed is still so at the end; a regression that was mended stands no more
 */
public record Finding(
        Kind kind,
        Word word,
        Instant at,
        int index,
        double before,
        double after,
        double percent,
        double low,
        double high,
        double confidence,
        boolean provisional,
        boolean standing) {

    /** What changed. */
    public enum Kind {
        /** Where values lie. */
        LEVEL,
        /** How far they scatter around that: a service that answers now fast, now not at all, may keep its median. */
        SPREAD
    }

    /** For better or worse. */
    public enum Word {
        REGRESSION,
        IMPROVEMENT
    }
}
