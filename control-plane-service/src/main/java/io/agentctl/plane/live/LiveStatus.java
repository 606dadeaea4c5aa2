package io.agentctl.plane.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agentctl.control.json.JsonText;
import io.agentctl.control.json.RecordTree;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the state of the project for everybody who looks at it, each part at its own pace and once for all. While
 * nobody looks, nothing is read. Each part is read on a thread of its own, so that one that does not answer keeps none
 * of the others waiting. Thread-safe.
 */
public final class LiveStatus implements AutoCloseable {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final Snapshots source;
    private final String epoch;
    private final LatestParts latest = new LatestParts();
    private final Map<Range, Integer> listeners = new HashMap<>();
    private final MeasuredSoFar measured = new MeasuredSoFar();
    private final Map<Range, Reading<Curves>> curves = new HashMap<>();
    private final Set<LatestParts.Key> underWay = new HashSet<>();
    private Optional<Snapshot> known = Optional.empty();
    private boolean polling;
    private boolean closed;

    /**
     * Makes it; it reads nothing yet.
     *
     * @param epoch tells this instance's numbers from those of others
     */
    public LiveStatus(Snapshots source, String epoch) {
        this.source = source;
        this.epoch = epoch;
    }

    /** Tells this instance's numbers from those of others, which a listener may have heard before. */
    public String epoch() {
        return epoch;
    }

    /**
     * Begins to listen.
     *
     * @param range over which curves go
     * @param seen the last number that was heard of this instance, or 0
     */
    public synchronized LiveListener listen(Range range, long seen) {
        listeners.merge(range, 1, Integer::sum);
        if (!polling && !closed) {
            polling = true;
            Thread.ofVirtual().name("live-status").start(this::poll);
        }
        notifyAll();
        return new LiveListener(this, range, seen);
    }

    synchronized void leave(Range range) {
        listeners.computeIfPresent(range, (same, count) -> count == 1 ? null : count - 1);
        notifyAll();
    }

    /** Waits for something new; the answer is empty after a while without. */
    synchronized List<LiveEvent> after(long seen, Range range, Duration most) throws InterruptedException {
        long until = System.nanoTime() + most.toNanos();
        List<LiveEvent> news = latest.after(seen, range);
        while (news.isEmpty() && !closed) {
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return news;
            }
            wait(left);
            news = latest.after(seen, range);
        }
        return news;
    }

    synchronized boolean closed() {
        return closed;
    }

    /** Something was changed: all that may show it is read again as soon as somebody looks. */
    public synchronized void refresh() {
        if (polling) {
            known.ifPresent(snapshot -> listeners.keySet().forEach(range -> {
                Set<Part> stale = Pacing.asked(seenOver(snapshot, range), range, source.now());
                begin(stale, range);
            }));
        }
    }

    /** The time where the project is. */
    public Instant now() {
        return source.now();
    }

    private synchronized void poll() {
        try {
            while (!listeners.isEmpty() && !closed) {
                Duration pause = LONGEST_PAUSE;
                for (Range range : List.copyOf(listeners.keySet())) {
                    Snapshot seen = seenOver(snapshot(range), range);
                    begin(Pacing.due(seen, range, source.now()), range);
                    Duration next = untilNext(seen, range);
                    pause = next.compareTo(pause) < 0 ? next : pause;
                }
                wait(Math.max(1, pause.toMillis()));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            polling = false;
        }
    }

    private Snapshot snapshot(Range range) {
        if (known.isEmpty()) {
            known = Optional.of(source.unread(range));
        }
        return known.get();
    }

    private Snapshot seenOver(Snapshot snapshot, Range range) {
        return snapshot.over(range).withCurves(curves.getOrDefault(range, Reading.none()));
    }

    private Duration untilNext(Snapshot seen, Range range) {
        Set<Part> waiting = EnumSet.allOf(Part.class);
        waiting.removeIf(part -> underWay.contains(LatestParts.Key.of(part, range)));
        Instant now = source.now();
        Instant next = Pacing.next(waiting, seen, range);
        if (next.isAfter(now.plus(LONGEST_PAUSE))) {
            return LONGEST_PAUSE;
        }
        return next.isAfter(now) ? Duration.between(now, next) : Duration.ZERO;
    }

    private void begin(Set<Part> due, Range range) {
        Pacing.together(due).forEach(parts -> begin(range, parts));
    }

    private void begin(Range range, Set<Part> parts) {
        List<LatestParts.Key> keys =
                parts.stream().map(part -> LatestParts.Key.of(part, range)).toList();
        if (keys.stream().noneMatch(underWay::contains)) {
            underWay.addAll(keys);
            CurvesWish wish = measured.wish(range, source.now());
            Thread.ofVirtual().name("live-" + parts).start(() -> read(range, wish, parts, keys));
        }
    }

    private void read(Range range, CurvesWish wish, Set<Part> parts, List<LatestParts.Key> keys) {
        Snapshot newer = source.attempt(range, wish, parts);
        synchronized (this) {
            keys.forEach(underWay::remove);
            merge(range, wish, parts, newer);
            notifyAll();
        }
    }

    private void merge(Range range, CurvesWish wish, Set<Part> parts, Snapshot newer) {
        Snapshot before = snapshot(range);
        if (parts.contains(Part.CURVES)) {
            Reading<Curves> read = measured.add(range, wish, newer.curves());
            curves.put(range, curves.getOrDefault(range, Reading.none()).then(read));
        }
        known = Optional.of(before.then(newer.withCurves(Reading.none())));
        Snapshot after = seenOver(known.get(), range);
        parts.forEach(part -> latest.put(LatestParts.Key.of(part, range), data(part, after)));
    }

    private static String data(Part part, Snapshot snapshot) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("part", RecordTree.word(part));
        data.set("reading", RecordTree.of(snapshot.reading(part)));
        return JsonText.write(data);
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
