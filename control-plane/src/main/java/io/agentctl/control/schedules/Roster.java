package io.agentctl.control.schedules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What there is to do at its times, as the instance that leads says again and again: schedules that were taken out of
 * its configuration are not among it, and a leader that is gone says nothing.
 *
 * @param schedules their names
 * @param fence of the leadership that wrote this
 * @param at when, by the clock of whoever wrote it
 */
public record Roster(List<String> schedules, long fence, Instant at) {

    /** How often a leader writes it. */
    public static final Duration PACE = Duration.ofSeconds(30);

    /** After so much silence nobody leads, also where clocks differ by a minute. */
    private static final Duration SILENCE = Duration.ofMinutes(3);

    public Roster {
        schedules = List.copyOf(schedules);
    }

    boolean alive(Instant now) {
        return now.isBefore(at.plus(SILENCE));
    }
}
