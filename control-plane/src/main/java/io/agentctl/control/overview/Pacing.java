package io.agentctl.control.overview;

import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.overview.Reading.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides when which part of a dashboard is read again, so that all of it stays within the limits of AWS. */
public final class Pacing {

    /** How soon what failed is tried again: soon enough to notice that a network is back. */
    private static final Duration RETRY = Duration.ofSeconds(10);

    private static final Duration RETRY_THROTTLED = Duration.ofMinutes(1);
    /** So many services are looked at once a pace; more, less often. */
    private static final int SERVICES_A_PACE = 100;

    /** What is asked for by hand is read again, unless that has just been done. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private Pacing() {}

    /** The parts whose time has come. */
    public static Set<Part> due(Snapshot known, Range range, Instant now) {
        return due(known, range, now, Duration.ofDays(1));
    }

    /** The parts to read because somebody asked: all but those that have nothing new. */
    public static Set<Part> asked(Snapshot known, Range range, Instant now) {
        return due(known, range, now, FRESH);
    }

    /** When the next of some parts is due; the end of time if there is none. */
    public static Instant next(Set<Part> parts, Snapshot known, Range range) {
        return parts.stream()
                .map(part -> next(part, known, range, Duration.ofDays(1)))
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    /** What is read at once, each group on a thread of its own: curves with what they need to know. */
    public static List<Set<Part>> together(Set<Part> due) {
        List<Set<Part>> groups = new ArrayList<>();
        Set<Part> withCurves = EnumSet.of(Part.CURVES, Part.TABLES);
        boolean curves = due.contains(Part.CURVES);
        if (curves) {
            groups.add(withCurves);
        }
        due.stream()
                .filter(part -> !(curves && withCurves.contains(part)))
                .forEach(part -> groups.add(EnumSet.of(part)));
        return groups;
    }

    private static Set<Part> due(Snapshot known, Range range, Instant now, Duration most) {
        Set<Part> due = EnumSet.noneOf(Part.class);
        for (Part part : Part.values()) {
            if (!next(part, known, range, most).isAfter(now)) {
                due.add(part);
            }
        }
        return due;
    }

    private static Instant next(Part part, Snapshot known, Range range, Duration most) {
        Reading<?> reading = known.reading(part);
        Optional<Instant> tried = reading.triedAt();
        if (tried.isEmpty()) {
            return Instant.MIN;
        }
        if (part == Part.ACCOUNT) {
            return tried.get().plus(least(part.pace(range), most));
        }
        if (turned(known.account(), reading)) {
            return Instant.MIN;
        }
        if (reading.failure().isPresent()) {
            Duration wait = reading.failure().get().code() == ErrorCode.THROTTLED ? RETRY_THROTTLED : RETRY;
            return tried.get().plus(least(wait, most));
        }
        if (part == Part.CURVES) {
            return nextCurves(known.curves(), range);
        }
        Duration pace = part == Part.SERVICES ? services(known, range) : part.pace(range);
        return tried.get().plus(least(pace, most));
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Whether AWS is gone or back since a part was tried: the account, which costs least to ask for, tells first. */
    private static boolean turned(Reading<?> account, Reading<?> reading) {
        Instant tried = reading.triedAt().orElseThrow();
        if (account.failure().isPresent()) {
            Failure gone = account.failure().get();
            return gone(gone) && tried.isBefore(gone.since());
        }
        return reading.failure().filter(Pacing::gone).isPresent()
                && account.readAt().filter(tried::isBefore).isPresent();
    }

    private static boolean gone(Failure failure) {
        return failure.code() == ErrorCode.UNREACHABLE || failure.code() == ErrorCode.NOT_SIGNED_IN;
    }

    /** A call describes ten services: of many, not all can be looked at so often. */
    private static Duration services(Snapshot known, Range range) {
        int count = known.services().value().map(List::size).orElse(0);
        return Part.SERVICES.pace(range).multipliedBy(Math.max(1, Math.ceilDiv(count, SERVICES_A_PACE)));
    }

    /** A period after the one that was read last, whoever asks. */
    private static Instant nextCurves(Reading<Curves> curves, Range range) {
        return curves.value()
                .filter(read -> read.range().equals(range))
                .map(read -> read.to().plus(range.period()))
                .orElse(Instant.MIN);
    }
}
