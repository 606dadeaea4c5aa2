package io.agentctl.control.performance.watch;

import java.time.Instant;
import java.util.List;

/** Where things that may have caused a change are known. */
@FunctionalInterface
public interface Happenings {

    /** What began at or after one instant and before another, in any order. */
    List<Happening> between(Instant from, Instant to);
}
