package io.agentctl.control.race;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A race of sizes, as a value: it gives the next round, and with that round's results becomes another race. The same
 * results in the same order give the same rounds and the same verdict.
 */
public final class Race {

    private final Course course;
    private final Map<LambdaSize, List<Measurement>> measured;
    private final Map<LambdaSize, Departure> departed;
    private final int rounds;
    private final Optional<Judgement.Ending> ending;

    private Race(
            Course course,
            Map<LambdaSize, List<Measurement>> measured,
            Map<LambdaSize, Departure> departed,
            int rounds,
            Optional<Judgement.Ending> ending) {
        this.course = course;
        this.measured = measured;
        this.departed = departed;
        this.rounds = rounds;
        this.ending = ending;
    }

    /** A race that has not begun. */
    public static Race of(Course course) {
        Map<LambdaSize, List<Measurement>> nothing = new LinkedHashMap<>();
        course.sizes().forEach(size -> nothing.put(size, List.of()));
        return new Race(course, nothing, Map.of(), 0, Optional.empty());
    }

    /** What to invoke next; empty when the race is over, because it is decided or because a limit is reached. */
    public Optional<Round> next() {
        if (ending.isPresent()) {
            return Optional.empty();
        }
        List<Round.Invocation> invocations =
                new RoundPlan(course, measured, spendUsd()).invocations(racing(), rounds + 1);
        return invocations.isEmpty() ? Optional.empty() : Optional.of(new Round(rounds + 1, invocations));
    }

    /**
     * The race after a round.
     *
     * @param results of the invocations that were made; fewer than asked for, or others, are taken as they are
     * @throws IllegalArgumentException if a result is of a size that does not take part
     */
    public Race after(List<Measurement> results) {
        Map<LambdaSize, List<Measurement>> all = new LinkedHashMap<>();
        measured.forEach((size, own) -> all.put(size, new ArrayList<>(own)));
        for (Measurement result : results) {
            List<Measurement> own = all.get(result.size());
            if (own == null) {
                throw new IllegalArgumentException(result.size() + " does not take part");
            }
            own.add(result);
        }
        all.replaceAll((size, own) -> Collections.unmodifiableList(own));
        Map<LambdaSize, Departure> out = new LinkedHashMap<>(departed);
        all.forEach((size, own) -> Failures.of(own).ifPresent(failure -> out.putIfAbsent(size, failure)));
        List<LambdaSize> racing = racing(out);
        if (racing.isEmpty()) {
            return new Race(course, all, out, rounds + 1, Optional.of(nobodyLeft(out, course.settings())));
        }
        Judgement judgement = course.judge().judge(all, racing);
        out.putAll(judgement.departures());
        Optional<LambdaSize> between = explore(all, racing);
        between.ifPresent(size -> all.put(size, List.of()));
        return new Race(course, all, out, rounds + 1, between.isPresent() ? Optional.empty() : judgement.ending());
    }

    /** Sizes still in the race. */
    public List<LambdaSize> racing() {
        return racing(departed);
    }

    /** Sizes that left, with the reason. */
    public Map<LambdaSize, Departure> departed() {
        return Collections.unmodifiableMap(departed);
    }

    /** Everything measured so far, by size. */
    public Map<LambdaSize, List<Measurement>> measured() {
        return Collections.unmodifiableMap(measured);
    }

    public int invocations() {
        return measured.values().stream().mapToInt(List::size).sum();
    }

    /** What the invocations cost, in US dollars. Throttled ones cost nothing. */
    public double spendUsd() {
        return measured.values().stream()
                .flatMap(List::stream)
                .mapToDouble(course::usd)
                .sum();
    }

    public int rounds() {
        return rounds;
    }

    /** What the race found, or has found so far. It is over when {@link #next} is empty. */
    public Verdict verdict() {
        return Verdicts.of(this);
    }

    public Course course() {
        return course;
    }

    /** How the race ended; if it is asked to stop now, how sure that is. */
    Judgement.Ending ending() {
        return ending.orElseGet(() -> course.judge().atLimit(measured, racing()));
    }

    private Optional<LambdaSize> explore(Map<LambdaSize, List<Measurement>> all, List<LambdaSize> racing) {
        int added = all.size() - course.sizes().size();
        boolean allSeen = racing.stream().noneMatch(size -> all.get(size).isEmpty());
        return allSeen && added < course.exploration().mostSizes()
                ? new Explorer(course, all).find(all.keySet())
                : Optional.empty();
    }

    private List<LambdaSize> racing(Map<LambdaSize, Departure> out) {
        return measured.keySet().stream().filter(size -> !out.containsKey(size)).toList();
    }

    private static Judgement.Ending nobodyLeft(Map<LambdaSize, Departure> out, RaceSettings settings) {
        boolean allFailed = out.values().stream().allMatch(departure -> departure.cause() == Departure.Cause.FAILED);
        return allFailed
                ? new Judgement.Ending(VerdictWord.ALL_FAILED, Optional.empty(), 1)
                : new Judgement.Ending(VerdictWord.TARGET_MISSED, Optional.empty(), settings.confidence());
    }
}
