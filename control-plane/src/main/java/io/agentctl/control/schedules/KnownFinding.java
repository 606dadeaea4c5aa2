package io.agentctl.control.schedules;

import java.time.Instant;

/**
 * A finding, and whether it was told.
 *
 * @param since when it was found first
 * @param telling what remains to be told of it
 */
public record KnownFinding(ScheduleFinding finding, Instant since, Telling telling) {

    /** What remains to be told. */
    public enum Telling {
        /** That it is there. */
        NEW,
        /** Nothing, while it stays. */
        TOLD,
        /** That it is gone. */
        OVER
    }

    KnownFinding as(Telling next) {
        return new KnownFinding(finding, since, next);
    }
}
