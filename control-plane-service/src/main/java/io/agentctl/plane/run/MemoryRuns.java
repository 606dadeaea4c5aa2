package io.agentctl.plane.run;

import io.agentctl.control.progress.ProgressEvent;
import io.agentctl.control.remote.RunEvent.Progressed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs in the memory of one instance: those that only look, and all where there is no table. */
public final class MemoryRuns implements RunStore {

    /** Who was cut off comes back sooner. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private static final Comparator<Run> NEWEST_FIRST = Comparator.comparing(
                    (Run run) -> run.asked().at())
            .thenComparing(run -> run.id().value())
            .reversed();

    private final InstantSource clock;
    private final Map<RunId, Run> runs = new LinkedHashMap<>();
    private final Map<RunId, List<Progressed>> events = new HashMap<>();
    private final Set<RunId> stops = new LinkedHashSet<>();

    public MemoryRuns(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Run create(Run run) {
        forgetOld();
        return runs.computeIfAbsent(run.id(), id -> run.atVersion(1));
    }

    @Override
    public synchronized Run save(Run run) {
        Run next = run.atVersion(run.version() + 1);
        if (runs.get(run.id()).version() != run.version()) {
            throw RunConflict.of(run);
        }
        runs.put(run.id(), next);
        return next;
    }

    @Override
    public synchronized Optional<Run> find(RunId id) {
        return Optional.ofNullable(runs.get(id));
    }

    @Override
    public synchronized RunPage newest(Optional<String> after, int most) {
        List<Run> left = runs.values().stream()
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
        return runs.values().stream().filter(run -> !run.over()).toList();
    }

    @Override
    public synchronized void append(RunId id, long number, ProgressEvent event) {
        events.computeIfAbsent(id, key -> new ArrayList<>()).add(new Progressed(number, event));
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
        runs.values()
                .removeIf(
                        run -> run.standing().endedAt().filter(before::isAfter).isPresent());
        events.keySet().retainAll(runs.keySet());
        stops.retainAll(runs.keySet());
    }
}
