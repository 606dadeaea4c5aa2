package io.agentctl.control.overview;

import io.agentctl.control.overview.CurvesWish.Subjects;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The curves of each range that was looked at, so that only what has been measured since is read. Now and then all of a
 * range is read again: figures may come late.
 */
public final class MeasuredSoFar {

    /** Figures of these latest periods are read again, for CloudWatch may still have been gathering them. */
    private static final int UNSETTLED = 5;
    /** All is read again after this share of a range. */
    private static final int WHOLE_SHARE = 4;

    /** Three metrics each: what CloudWatch charges for, and what takes the time. Of more they are read less often. */
    private static final int SERVICES_A_PERIOD = 100;

    private static final Duration WHOLE_LATEST = Duration.ofHours(6);

    private final Map<Range, Known> known = new HashMap<>();

    /**
     * What is known of a range.
     *
     * @param wholeAgain when all of it is to be read again
     * @param servicesTo when the last period of services ends
     */
    private record Known(Reading<Curves> reading, Instant wholeAgain, Instant servicesTo) {}

    /** Which curves of a range are to be read now. */
    public CurvesWish wish(Range range, Instant now) {
        return Optional.ofNullable(known.get(range))
                .filter(last -> now.isBefore(last.wholeAgain()))
                .map(last -> wish(last, range, now))
                .orElse(CurvesWish.WHOLE);
    }

    private static CurvesWish wish(Known last, Range range, Instant now) {
        Duration unsettled = range.period().multipliedBy(UNSETTLED);
        int services = last.reading().get(Curves::services).map(List::size).orElse(0);
        Duration pace = range.period().multipliedBy(Math.ceilDiv(services, SERVICES_A_PERIOD));
        if (range.end(now).isBefore(last.servicesTo().plus(pace))) {
            Instant to = last.reading().get(Curves::to).orElse(last.servicesTo());
            return new CurvesWish(Optional.of(to.minus(unsettled)), Subjects.ALL_BUT_SERVICES);
        }
        return new CurvesWish(Optional.of(last.servicesTo().minus(unsettled)), Subjects.ALL);
    }

    /** What was read last of a range. */
    public Optional<Reading<Curves>> of(Range range) {
        return Optional.ofNullable(known.get(range)).map(Known::reading);
    }

    /**
     * Adds what was read since.
     *
     * @param wish for which it was read
     * @param newer of the range; may not have a value
     * @return all that is known, or as little as {@code newer} if that has no value
     */
    public Reading<Curves> add(Range range, CurvesWish wish, Reading<Curves> newer) {
        if (newer.value().isEmpty() || newer.readAt().isEmpty()) {
            return newer;
        }
        Curves fresh = newer.value().get();
        Instant at = newer.readAt().get();
        Known before = known.get(range);
        boolean whole = !fresh.from().isAfter(fresh.to().minus(range.length()));
        Curves all = before == null || whole
                ? fresh
                : before.reading().value().map(old -> old.then(fresh)).orElse(fresh);
        Instant again = whole ? at.plus(wholeAfter(range)) : gapless(before, fresh) ? before.wholeAgain() : at;
        Reading<Curves> reading = Reading.of(all, at);
        boolean services = wish.subjects() == Subjects.ALL || before == null;
        known.put(range, new Known(reading, again, services ? fresh.to() : before.servicesTo()));
        return reading;
    }

    /** What is there since a while alone has no past: all is read the next time. */
    private static boolean gapless(Known before, Curves fresh) {
        return before != null
                && before.reading()
                        .value()
                        .filter(old -> !fresh.from().isAfter(old.to()) && old.tellOfAllIn(fresh))
                        .isPresent();
    }

    private static Duration wholeAfter(Range range) {
        Duration share = range.length().dividedBy(WHOLE_SHARE);
        return share.compareTo(WHOLE_LATEST) < 0 ? share : WHOLE_LATEST;
    }
}
