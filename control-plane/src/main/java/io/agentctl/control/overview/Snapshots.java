package io.agentctl.control.overview;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.time.Instant;
import java.util.Set;

/** Where snapshots come from. */
public interface Snapshots {

    /**
     * Reads some parts; the others are not there.
     *
     * @param wish which curves, if they are among the parts
     * @throws AgentctlException if nothing can be read at all
     */
    Snapshot read(Range range, CurvesWish wish, Set<Part> parts);

    /** Reads some parts; those that cannot be read say why. */
    default Snapshot attempt(Range range, CurvesWish wish, Set<Part> parts) {
        try {
            return read(range, wish, parts);
        } catch (AgentctlException failure) {
            return unreadable(range, parts, failure);
        } catch (RuntimeException bug) {
            return unreadable(
                    range,
                    parts,
                    new AgentctlException(ErrorCode.BUG, "a bug of agentctl: " + bug, "Please report it.", null, bug));
        }
    }

    private Snapshot unreadable(Range range, Set<Part> parts, AgentctlException failure) {
        Snapshot none = unread(range);
        return Snapshot.unreadable(none.project(), none.at(), range, parts, failure);
    }

    /** One of which nothing was read. */
    Snapshot unread(Range range);

    /** The time there: a sandbox's clock may be moved. */
    Instant now();
}
