package io.agentctl.control.windows.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;

/**
 * Local times of a zone as instants. One that does not exist, since clocks were put forward over it, is the first
 * instant after the gap; one that comes twice is its first coming. So later local times never come earlier.
 *
 * @param zone whose clocks count
 */
public record ZoneTimes(ZoneId zone) {

    /** When clocks show a local time. */
    public Instant instant(LocalDateTime local) {
        ZoneRules rules = zone.getRules();
        ZoneOffsetTransition transition = rules.getTransition(local);
        return transition != null && transition.isGap()
                ? transition.getInstant()
                : local.toInstant(rules.getValidOffsets(local).getFirst());
    }

    /** The latest local time that has come by an instant. During an hour that comes again, that is its end. */
    LocalDateTime latest(Instant at) {
        ZoneRules rules = zone.getRules();
        LocalDateTime local = LocalDateTime.ofInstant(at, zone);
        ZoneOffsetTransition transition = rules.getTransition(local);
        boolean again = transition != null && transition.isOverlap() && !at.isBefore(transition.getInstant());
        return again ? transition.getDateTimeBefore().minusNanos(1) : local;
    }

    /** What is odd about a local time, if anything. */
    public Optional<Oddity> oddity(LocalDateTime local) {
        ZoneOffsetTransition transition = zone.getRules().getTransition(local);
        if (transition == null) {
            return Optional.empty();
        }
        return Optional.of(transition.isGap() ? Oddity.DOES_NOT_EXIST : Oddity.COMES_TWICE);
    }

    /** What clock changes do to a local time. */
    public enum Oddity {
        DOES_NOT_EXIST,
        COMES_TWICE
    }
}
