package io.agentctl.sandbox.time;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * What is going to happen, in order of time. Nothing runs by itself: whoever looks at the simulated state first lets
 * everything happen that is due by then, so that the state is a function of time alone. Not thread-safe.
 */
public final class Timeline {
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparingLong(Event::sequence));
    private Instant now;
    private long sequence;

    /** An empty timeline that begins at the given time. */
    public Timeline(Instant start) {
        this.now = start;
    }

    /** The time of the event that is happening, or of the last look. */
    public Instant now() {
        return now;
    }

    /** Has the action run when its time has come; one in the past runs at the next look. */
    public void schedule(Instant at, Runnable action) {
        events.add(new Event(at, sequence++, action));
    }

    /** Lets everything happen that is due by the given time, in order; ignores a time before {@link #now()}. */
    public void advanceTo(Instant target) {
        while (!events.isEmpty() && !events.peek().at().isAfter(target)) {
            Event event = events.remove();
            now = event.at().isAfter(now) ? event.at() : now;
            event.action().run();
        }
        now = target.isAfter(now) ? target : now;
    }

    private record Event(Instant at, long sequence, Runnable action) {}
}
