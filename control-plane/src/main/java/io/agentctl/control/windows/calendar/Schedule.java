package io.agentctl.control.windows.calendar;

import io.agentctl.control.windows.calendar.ZoneTimes.Oddity;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When services sleep and wake by two streams of local times. Asleep is whoever's last time was one to sleep; where
 * both fall on one instant, waking wins. That is asked of the instant alone: what was missed does not matter.
 *
 * @param sleep when to sleep
 * @param wake when to wake
 * @param times the zone
 */
public record Schedule(LocalTimes sleep, LocalTimes wake, ZoneTimes times) {

    /** Whether it is time to be asleep. Before the first time of all, it is not. */
    public boolean asleep(Instant at) {
        Optional<Instant> slept = last(sleep, at);
        Optional<Instant> woke = last(wake, at);
        return slept.isPresent() && (woke.isEmpty() || woke.get().isBefore(slept.get()));
    }

    /** The first time of either stream after an instant; it need not change anything. */
    public Optional<Instant> next(Instant after) {
        return Stream.of(sleep, wake)
                .map(stream -> next(stream, after))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private Optional<Instant> last(LocalTimes stream, Instant at) {
        return stream.atOrBefore(times.latest(at)).map(times::instant);
    }

    /** A time in a gap falls on the gap's end, which the clocks may show already: such times are passed over. */
    private Optional<Instant> next(LocalTimes stream, Instant after) {
        Optional<LocalDateTime> local = stream.after(times.latest(after));
        while (local.isPresent() && !times.instant(local.get()).isAfter(after)) {
            local = stream.after(local.get());
        }
        return local.map(times::instant);
    }

    /**
     * A local time of the schedule that clock changes touch.
     *
     * @param local the time
     * @param oddity what happens to it
     * @param sleep whether it is a time to sleep, or one to wake
     */
    public record Odd(LocalDateTime local, Oddity oddity, boolean sleep) {}

    /** The times between two instants that clock changes touch: of either stream, in order. */
    public List<Odd> oddities(Instant from, Instant to) {
        return Stream.concat(oddities(sleep, from, to), oddities(wake, from, to))
                .sorted(Comparator.comparing(Odd::local))
                .toList();
    }

    private Stream<Odd> oddities(LocalTimes stream, Instant from, Instant to) {
        LocalDateTime last = times.latest(to);
        return Stream.iterate(stream.after(times.latest(from)), Optional::isPresent, local -> stream.after(local.get()))
                .map(Optional::get)
                .takeWhile(local -> local.isBefore(last))
                .flatMap(local -> times.oddity(local).map(oddity -> new Odd(local, oddity, stream == sleep)).stream());
    }
}
