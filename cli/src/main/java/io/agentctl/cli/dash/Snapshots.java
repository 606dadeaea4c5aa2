package io.agentctl.cli.dash;

import io.agentctl.control.overview.Part;
import io.agentctl.control.overview.Range;
import io.agentctl.control.overview.Snapshot;
import java.time.Instant;
import java.util.Set;

/** Where snapshots come from. */
interface Snapshots {

    /**
     * Reads some parts; the others are not there.
     *
     * @throws io.agentctl.control.error.AgentctlException if nothing can be read at all
     */
    Snapshot read(Range range, Set<Part> parts);

    /** One of which nothing was read. */
    Snapshot unread(Range range);

    /** The time there: a sandbox's clock may be moved. */
    Instant now();
}
