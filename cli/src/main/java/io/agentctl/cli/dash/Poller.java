package io.agentctl.cli.dash;

import io.agentctl.control.overview.Curves;
import io.agentctl.control.overview.CurvesWish;
import io.agentctl.control.overview.MeasuredSoFar;
import io.agentctl.control.overview.Pacing;
import io.agentctl.control.overview.Part;
import io.agentctl.control.overview.Range;
import io.agentctl.control.overview.Reading;
import io.agentctl.control.overview.Snapshot;
import io.agentctl.control.overview.Snapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The one who reads, for all panes. Sleeps until a part is due. Each part is read on a thread of its own, so that one
 * that does not answer keeps none of the others waiting; curves are read together with what they need to know.
 */
final class Poller implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofHours(1);

    private final Snapshots source;
    private final Runnable changed;
    private final Map<Part, Instant> underWay = new EnumMap<>(Part.class);
    private final MeasuredSoFar curves = new MeasuredSoFar();
    private Snapshot known;
    private State state;
    private boolean closed;

    /**
     * Makes one that has not begun.
     *
     * @param changed is told when there is something new
     */
    Poller(Snapshots source, State state, Runnable changed) {
        this.source = source;
        this.changed = changed;
        this.state = state;
        this.known = source.unread(state.range());
    }

    /** Begins to read. */
    void start() {
        Thread.ofPlatform().daemon().name("dash-poller").start(this::poll);
    }

    /** What is known. */
    synchronized Snapshot snapshot() {
        return known;
    }

    /**
     * Since when the smallest call of all, whose account this is, has not been answered; nothing if it is not asked.
     */
    synchronized Optional<Instant> waitingSince() {
        return Optional.ofNullable(underWay.get(Part.ACCOUNT));
    }

    /** Does what the person at the keyboard wants. */
    synchronized void follow(State wanted) {
        State before = state;
        state = wanted;
        if (!before.range().equals(wanted.range())) {
            // What was read over this range before is good until its next period ends.
            known = known.then(source.unread(wanted.range()))
                    .withCurves(curves.of(wanted.range()).orElse(known.curves()));
        }
        if (before.asked() != wanted.asked()) {
            begin(Pacing.asked(known, wanted.range(), source.now()));
        }
        notifyAll();
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    private synchronized void poll() {
        try {
            while (!closed) {
                if (!state.paused()) {
                    begin(Pacing.due(known, state.range(), source.now()));
                }
                Duration pause = state.paused() ? LONGEST : untilNext();
                wait(Math.max(1, pause.toMillis()));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration untilNext() {
        Set<Part> waiting = EnumSet.allOf(Part.class);
        waiting.removeAll(underWay.keySet());
        Instant now = source.now();
        Instant next = Pacing.next(waiting, known, state.range());
        return next.isAfter(now.plus(LONGEST)) ? LONGEST : Duration.between(now, next.isBefore(now) ? now : next);
    }

    private void begin(Set<Part> due) {
        for (Set<Part> parts : Pacing.together(due)) {
            if (parts.stream().noneMatch(underWay::containsKey)) {
                begin(state.range(), parts);
            }
        }
    }

    private void begin(Range range, Set<Part> parts) {
        Instant now = source.now();
        parts.forEach(part -> underWay.put(part, now));
        CurvesWish wish = curves.wish(range, now);
        Thread.ofPlatform().daemon().name("dash-" + parts).start(() -> read(range, wish, parts));
    }

    private void read(Range range, CurvesWish wish, Set<Part> parts) {
        Snapshot newer = source.attempt(range, wish, parts);
        synchronized (this) {
            underWay.keySet().removeAll(parts);
            merge(range, wish, newer);
            notifyAll();
        }
        changed.run();
    }

    /** Curves over a range that is no longer looked at are kept for when it is. */
    private void merge(Range range, CurvesWish wish, Snapshot newer) {
        Reading<Curves> read = curves.add(range, wish, newer.curves());
        Snapshot seen = newer.withCurves(range.equals(state.range()) ? read : Reading.none());
        known = known.then(seen.over(state.range()));
    }
}
