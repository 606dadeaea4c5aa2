package io.agentctl.cli.dash;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
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
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/**
 * The one who reads, for all panes. Sleeps until a part is due. Each part is read on a thread of its own, so that one
 * that does not answer keeps none of the others waiting; curves are read together with what they need to know.
 */
final class Poller implements AutoCloseable {

    private static final Set<Part> WITH_CURVES = EnumSet.of(Part.CURVES, Part.TABLES);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Snapshots source;
    private final Runnable changed;
    private final Set<Part> underWay = EnumSet.noneOf(Part.class);
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
        Set<Part> waiting = EnumSet.complementOf(EnumSet.copyOf(underWay));
        Instant now = source.now();
        Instant next = Pacing.next(waiting, known, state.range());
        return next.isAfter(now.plus(LONGEST)) ? LONGEST : Duration.between(now, next.isBefore(now) ? now : next);
    }

    private void begin(Set<Part> due) {
        Set<Part> single = new HashSet<>(due);
        if (due.contains(Part.CURVES)) {
            single.removeAll(WITH_CURVES);
            if (WITH_CURVES.stream().noneMatch(underWay::contains)) {
                begin(state.range(), WITH_CURVES);
            }
        }
        for (Part part : single) {
            if (!underWay.contains(part)) {
                begin(state.range(), EnumSet.of(part));
            }
        }
    }

    private void begin(Range range, Set<Part> parts) {
        underWay.addAll(parts);
        CurvesWish wish = curves.wish(range, source.now());
        Thread.ofPlatform().daemon().name("dash-" + parts).start(() -> read(range, wish, parts));
    }

    private void read(Range range, CurvesWish wish, Set<Part> parts) {
        Snapshot newer = attempt(range, wish, parts);
        synchronized (this) {
            underWay.removeAll(parts);
            merge(range, wish, newer);
            notifyAll();
        }
        changed.run();
    }

    private Snapshot attempt(Range range, CurvesWish wish, Set<Part> parts) {
        try {
            return source.read(range, wish, parts);
        } catch (AgentctlException failure) {
            return unreadable(range, parts, failure);
        } catch (RuntimeException bug) {
            return unreadable(
                    range,
                    parts,
                    new AgentctlException(ErrorCode.BUG, "a bug of agentctl: " + bug, "Please report it.", null, bug));
        }
    }

    private Snapshot unreadable(Range range, Set<Part> parts, AgentctlException failure) {
        Snapshot none = source.unread(range);
        return Snapshot.unreadable(none.project(), none.at(), range, parts, failure);
    }

    /** Curves over a range that is no longer looked at are kept for when it is. */
    private void merge(Range range, CurvesWish wish, Snapshot newer) {
        Reading<Curves> read = curves.add(range, wish, newer.curves());
        Snapshot seen = newer.withCurves(range.equals(state.range()) ? read : Reading.none());
        known = known.then(seen.over(state.range()));
    }
}
