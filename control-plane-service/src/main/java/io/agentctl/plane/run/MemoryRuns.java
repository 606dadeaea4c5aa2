package io.agentctl.plane.run;

import io.agentctl.control.progress.ProgressEvent;
import io.agentctl.control.remote.RunEvent.Progressed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import software.amazon.awssdk.core.SdkBytes;

/** Runs in the memory of one instance: those that only look, and all where there is no table. */
public final class MemoryRuns implements RunStore {

    /** Who was cut off comes back sooner. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private static final Comparator<Run> NEWEST_FIRST = Comparator.comparing(
                    (Run run) -> run.asked().at())
            .thenComparing(run -> run.id().value())
            .reversed();

    private static final long MOST_BYTES = 32L << 20;
    private static final int MOST_EVENTS = 20_000;

    private final InstantSource clock;
    private final long mostBytes;
    private long bytes;
    private final Map<RunId, Held> runs = new LinkedHashMap<>();
    private final Map<RunId, List<Progressed>> events = new HashMap<>();
    private final Set<RunId> stops = new LinkedHashSet<>();

    /** Keeps 32 MB of results. */
    public MemoryRuns(InstantSource clock) {
        this(clock, MOST_BYTES);
    }

    MemoryRuns(InstantSource clock, long mostBytes) {
        this.clock = clock;
        this.mostBytes = mostBytes;
    }

    @Override
    public synchronized Run create(Run run) {
        forgetOld();
        return runs.computeIfAbsent(run.id(), id -> Held.of(run.atVersion(1))).run();
    }

    @Override
    public synchronized Run save(Run run) {
        Run next = run.atVersion(run.version() + 1);
        Held before = runs.get(run.id());
        if (before == null || before.brief().version() != run.version()) {
            throw RunConflict.of(run);
        }
        Held held = Held.of(next);
        runs.put(run.id(), held);
        bytes += held.bytes() - before.bytes();
        forgetMany(run.id());
        return next;
    }

    @Override
    public synchronized Optional<Run> find(RunId id) {
        return Optional.ofNullable(runs.get(id)).map(Held::run);
    }

    @Override
    public synchronized RunPage newest(Optional<String> after, int most) {
        List<Run> left = runs.values().stream()
                .map(Held::brief)
                .sorted(NEWEST_FIRST)
                .dropWhile(run -> after.isPresent() && !run.id().value().equals(after.get()))
                .skip(after.isPresent() ? 1 : 0)
                .limit(most + 1L)
                .toList();
        List<Run> page = left.subList(0, Math.min(most, left.size()));
        return new RunPage(
                page, left.size() > most ? Optional.of(page.getLast().id().value()) : Optional.empty());
    }

    @Override
    public synchronized List<Run> open() {
        return runs.values().stream()
                .map(Held::brief)
                .filter(run -> !run.over())
                .toList();
    }

    @Override
    public synchronized void append(RunId id, long number, ProgressEvent event) {
        List<Progressed> all = events.computeIfAbsent(id, key -> new ArrayList<>());
        if (all.size() < MOST_EVENTS) {
            all.add(new Progressed(number, event));
        }
    }

    @Override
    public synchronized List<Progressed> events(RunId id, long after) {
        return events.getOrDefault(id, List.of()).stream()
                .filter(event -> event.number() > after)
                .toList();
    }

    @Override
    public synchronized void askToStop(RunId id) {
        stops.add(id);
    }

    @Override
    public synchronized List<RunId> stopsAsked() {
        return List.copyOf(stops);
    }

    private void forgetOld() {
        Instant before = clock.instant().minus(KEPT);
        forget(held -> held.brief().standing().endedAt().filter(before::isAfter).isPresent());
    }

    /** The oldest go first, and never the one that just ended, which somebody waits for. */
    private void forgetMany(RunId ended) {
        if (bytes > mostBytes) {
            forget(held -> bytes > mostBytes
                    && held.brief().over()
                    && !held.brief().id().equals(ended));
        }
    }

    private void forget(Predicate<Held> wanted) {
        Iterator<Held> all = runs.values().iterator();
        while (all.hasNext()) {
            Held held = all.next();
            if (wanted.test(held)) {
                all.remove();
                bytes -= held.bytes();
                events.remove(held.brief().id());
                stops.remove(held.brief().id());
            }
        }
    }

    /** A run whose result is packed: as a tree it takes some fifty times the memory. */
    private record Held(Run brief, Optional<SdkBytes> result) {

        static Held of(Run run) {
            return new Held(run.brief(), run.standing().result().map(Documents::compressed));
        }

        Run run() {
            return result.map(Documents::unpacked).map(brief::withResult).orElse(brief);
        }

        long bytes() {
            return result.map(packed -> (long) packed.asByteArrayUnsafe().length)
                    .orElse(0L);
        }
    }
}
