package io.agentctl.plane.run;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.progress.Cancellation;
import io.agentctl.control.progress.ProgressEvent;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.remote.RunEvent.Progressed;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A run that this instance carries out: hears what happens, keeps it, and wakes whoever follows. Counts that move come
 * many times a second; of those, one a second is kept for followers elsewhere, and the last for everybody.
 */
final class LiveRun implements ProgressListener {

    private static final long KEEP_EVERY_NANOS = Duration.ofSeconds(1).toNanos();

    /** What a run may say at length is followed as it happens; nobody reads the beginning after so much. */
    private static final int MOST_EVENTS = 20_000;

    /**
     * Left between the last event that a lost instance kept and the first one here: its followers may have heard counts
     * that it did not keep, and go on from the number of the last one that they heard.
     */
    private static final long GAP = 100_000;

    private final RunId id;
    private final RunStore store;
    private final Cancellation cancellation = new Cancellation();
    /** Held while an event is numbered and kept, so that events are kept in the order of their numbers. */
    private final Object keeping = new Object();

    private final Deque<Progressed> events = new ArrayDeque<>();
    private Optional<Progressed> unkept = Optional.empty();
    private long number;
    private long keptCount = System.nanoTime() - KEEP_EVERY_NANOS;
    private boolean over;

    private LiveRun(RunId id, RunStore store, long number) {
        this.id = id;
        this.store = store;
        this.number = number;
    }

    /** One that nothing has happened in yet. */
    static LiveRun begun(RunId id, RunStore store) {
        return new LiveRun(id, store, 0);
    }

    /** One that a lost instance left, with what happened there. */
    static LiveRun left(RunId id, RunStore store, List<Progressed> before) {
        LiveRun run =
                new LiveRun(id, store, before.isEmpty() ? GAP : before.getLast().number() + GAP);
        run.events.addAll(before);
        return run;
    }

    /**
     * What happened.
     *
     * @param over whether nothing more will
     */
    record News(List<Progressed> events, boolean over) {}

    @Override
    public void on(ProgressEvent event) {
        synchronized (keeping) {
            Progressed progressed = add(event);
            boolean count = !(event instanceof ProgressEvent.Note);
            if (count && System.nanoTime() - keptCount <= KEEP_EVERY_NANOS) {
                unkept = Optional.of(progressed);
                return;
            }
            unkept = Optional.empty();
            keptCount = count ? System.nanoTime() : keptCount;
            keep(progressed);
        }
    }

    private synchronized Progressed add(ProgressEvent event) {
        number++;
        Progressed progressed = new Progressed(number, event);
        if (events.size() >= MOST_EVENTS) {
            events.removeFirst();
        }
        events.addLast(progressed);
        notifyAll();
        return progressed;
    }

    /** Work half done is not given up because a line about it could not be kept; followers here have heard it. */
    private void keep(Progressed progressed) {
        try {
            store.append(id, progressed.number(), progressed.event());
        } catch (AgentctlException unkeepable) {
            unkept = Optional.of(progressed);
        }
    }

    @Override
    public Cancellation cancellation() {
        return cancellation;
    }

    /** Keeps the last event, before the end is: who follows elsewhere looks for no events after that. */
    void keepLast() {
        synchronized (keeping) {
            Optional<Progressed> last = unkept;
            unkept = Optional.empty();
            last.ifPresent(this::keep);
        }
    }

    /** Wakes all who follow, once the end is kept. */
    synchronized void end() {
        over = true;
        notifyAll();
    }

    /** What happened after an event; waits until there is something, the run is over, or the time is. */
    synchronized News after(long seen, Duration most) throws InterruptedException {
        long until = System.nanoTime() + most.toNanos();
        while (!over && number <= seen && System.nanoTime() < until) {
            wait(Math.max(1, Duration.ofNanos(until - System.nanoTime()).toMillis()));
        }
        return new News(later(seen), over);
    }

    /** From the end, since who follows has mostly heard all but the last. */
    private List<Progressed> later(long seen) {
        List<Progressed> found = new ArrayList<>();
        for (Progressed event : (Iterable<Progressed>) events::descendingIterator) {
            if (event.number() <= seen) {
                break;
            }
            found.add(event);
        }
        return found.reversed();
    }
}
