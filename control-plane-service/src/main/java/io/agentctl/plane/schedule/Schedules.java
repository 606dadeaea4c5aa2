package io.agentctl.plane.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is done at its times, and how it stands.
 *
 * @param leader the instance that begins what is due
 */
public record Schedules(Optional<String> leader, List<Line> schedules) {

    /** Of a control plane that has none. */
    public static final Schedules NONE = new Schedules(Optional.empty(), List.of());

    /**
     * One of them.
     *
     * @param when it is due
     * @param what is done
     * @param lastDue the latest time that was begun
     * @param lastRun the operation that was begun then
     * @param next due time
     */
    public record Line(
            String name, String when, String what, Optional<Instant> lastDue, Optional<String> lastRun, Instant next) {}
}
