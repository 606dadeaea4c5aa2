package io.agentctl.control.windows.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When one window has services asleep: by its exceptions, or else its holidays, or else its schedule.
 *
 * @param schedule the rule
 * @param holidays days on which it does not count
 * @param exceptions times at which neither counts; the first that holds does
 */
public record WindowCalendar(Schedule schedule, Holidays holidays, List<Span> exceptions) {

    /** Beyond this nothing is looked for: a rule that has changed nothing for so long never will. */
    private static final Duration FORESIGHT = Duration.ofDays(5 * 366);

    public WindowCalendar {
        exceptions = List.copyOf(exceptions);
    }

    /**
     * What counts at an instant.
     *
     * @param asleep whether services sleep
     * @param why a clause for the reader; empty where the schedule itself decides
     */
    public record Verdict(boolean asleep, String why) {}

    /**
     * A change of it.
     *
     * @param at when
     * @param asleep whether services sleep from then on
     */
    public record Transition(Instant at, boolean asleep) {}

    public ZoneId zone() {
        return schedule.times().zone();
    }

    /** Whether services sleep at an instant, and if not the schedule says so, what does. */
    public Verdict at(Instant at) {
        Optional<Span> exception =
                exceptions.stream().filter(span -> span.holds(at)).findFirst();
        if (exception.isPresent()) {
            return new Verdict(exception.get().asleep(), exception.get().why());
        }
        if (holidays.hold(at, schedule.times())) {
            return new Verdict(holidays.asleep(), "a holiday");
        }
        return new Verdict(schedule.asleep(at), "");
    }

    /** The first change after an instant, if there is one in the next five years. */
    public Optional<Transition> next(Instant after) {
        boolean asleep = at(after).asleep();
        Instant horizon = after.plus(FORESIGHT);
        Optional<Instant> candidate = candidate(after);
        while (candidate.isPresent() && candidate.get().isBefore(horizon)) {
            boolean then = at(candidate.get()).asleep();
            if (then != asleep) {
                return Optional.of(new Transition(candidate.get(), then));
            }
            candidate = candidate(candidate.get());
        }
        return Optional.empty();
    }

    /** All changes after one instant and before another, in order. */
    public List<Transition> transitions(Instant after, Instant before) {
        List<Transition> all = new ArrayList<>();
        Optional<Transition> next = next(after);
        while (next.isPresent() && next.get().at().isBefore(before)) {
            all.add(next.get());
            next = next(next.get().at());
        }
        return all;
    }

    private Optional<Instant> candidate(Instant after) {
        Stream<Instant> edges = exceptions.stream()
                .flatMap(span -> Stream.of(span.from(), span.to()))
                .filter(edge -> edge.isAfter(after));
        return Stream.of(schedule.next(after).stream(), holidays.next(after, schedule.times()).stream(), edges)
                .flatMap(instants -> instants)
                .min(Comparator.naturalOrder());
    }
}
