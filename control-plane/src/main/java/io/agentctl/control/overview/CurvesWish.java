package io.agentctl.control.overview;

import java.time.Instant;
import java.util.Optional;

/**
 * Which curves to read, for those who know the others (see {@link Curves#then}).
 *
 * @param since where they begin, a multiple of the range's period; empty for all of the range
 * @param subjects of what
 */
public record CurvesWish(Optional<Instant> since, Subjects subjects) {

    /** All that there is, over all of a range. */
    public static final CurvesWish WHOLE = new CurvesWish(Optional.empty(), Subjects.ALL);

    /** Of what curves are read. */
    public enum Subjects {
        ALL,
        /** Of many services the curves cost the most, and are needed the least often. */
        ALL_BUT_SERVICES
    }
}
