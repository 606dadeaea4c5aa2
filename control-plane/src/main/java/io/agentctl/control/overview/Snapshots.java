package io.agentctl.control.overview;

import java.time.Instant;
import java.util.Set;

/** Where snapshots come from. */
public interface Snapshots {

    /**
     * Reads some parts; the others are not there.
     *
     * @param wish which curves, if they are among the parts
     * @throws io.agentctl.control.error.AgentctlException if nothing can be read at all
     */
    Snapshot read(Range range, CurvesWish wish, Set<Part> parts);

    /** One of which nothing was read. */
    Snapshot unread(Range range);

    /** The time there: a sandbox's clock may be moved. */
    Instant now();
}
