package io.agentctl.control.overview;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Where snapshots come from. */
public interface Snapshots {

    /**
     * Reads some parts; the others are not there.
     *
     * @param since where curves begin, if what was before is known; empty for all of the range
     * @throws io.agentctl.control.error.AgentctlException if nothing can be read at all
     */
    Snapshot read(Range range, Optional<Instant> since, Set<Part> parts);

    /** One of which nothing was read. */
    Snapshot unread(Range range);

    /** The time there: a sandbox's clock may be moved. */
    Instant now();
}
