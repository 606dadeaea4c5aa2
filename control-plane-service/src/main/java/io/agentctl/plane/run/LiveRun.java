package io.agentctl.plane.run;

import io.agentctl.control.progress.Cancellation;
import io.agentctl.control.progress.ProgressEvent;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.remote.RunEvent.Progressed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A run that this instance carries out: hears what happens, keeps it, and wakes whoever follows. Counts that move come
 * many times a second; of those, one a second is kept for followers elsewhere, and the last for everybody.
 */
final class LiveRun implements ProgressListener {

    private static final long KEEP_EVERY_NANOS = Duration.ofSeconds(1).toNanos();

    /** What a run may say at length is followed as it happens; nobody reads the beginning after so much. */
    private static final int MOST_EVENTS = 20_000;

    private final RunId id;
    private final RunStore store;
    private final Cancellation cancellation = new Cancellation();
    private final List<Progressed> events = new ArrayList<>();
    private long number;
    private long keptCount = System.nanoTime() - KEEP_EVERY_NANOS;
    private boolean over;

    LiveRun(RunId id, RunStore store, long number) {
        this.id = id;
        this.store = store;
        this.number = number;
    }

    @Override
    public void on(ProgressEvent event) {
        Progressed progressed;
        boolean keep;
        synchronized (this) {
            number++;
            progressed = new Progressed(number, event);
            if (events.size() >= MOST_EVENTS) {
                events.removeFirst();
            }
            events.add(progressed);
            keep = event instanceof ProgressEvent.Note || System.nanoTime() - keptCount > KEEP_EVERY_NANOS;
            if (keep && !(event instanceof ProgressEvent.Note)) {
                keptCount = System.nanoTime();
            }
            notifyAll();
        }
        if (keep) {
            store.append(id, progressed.number(), event);
        }
    }

    @Override
    public Cancellation cancellation() {
        return cancellation;
    }

    synchronized void end() {
        over = true;
        notifyAll();
    }

    /** What happened after an event; waits until there is something, the run is over, or the time is. */
    synchronized List<Progressed> after(long seen, Duration most) throws InterruptedException {
        long until = System.nanoTime() + most.toNanos();
        while (!over && number <= seen && System.nanoTime() < until) {
            wait(Math.max(1, Duration.ofNanos(until - System.nanoTime()).toMillis()));
        }
        return events.stream().filter(event -> event.number() > seen).toList();
    }
}
