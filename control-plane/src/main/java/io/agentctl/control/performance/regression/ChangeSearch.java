package io.agentctl.control.performance.regression;

import io.agentctl.control.performance.regression.SeededIntervals.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Finds where the level of a series changes. Each candidate must pass twice: by ranks, which know nothing of how noise
 * is distributed but take values for independent, and by levels, which take noise for roughly normal once it is drawn
 * in but allow for what neighbours have in common.
 */
final class ChangeSearch {

    /** Values before and after a change, so that a single outlier is none. */
    static final int SHORTEST = 5;
    /** Values after a change at the end of the series, where it is wanted early. */
    static final int SHORTEST_END = 3;
    /** An interval with fewer values says too little about dependence: then its surroundings are asked. */
    private static final int ENOUGH_FOR_DEPENDENCE = 40;

    /** Changes that move one another settle in two or three rounds. */
    private static final int MOST_ROUNDS = 10;

    private final double[] values;
    private final RankScan scan;
    private final List<Split> candidates;
    private final TreeSet<Integer> changes = new TreeSet<>();

    private ChangeSearch(double[] values) {
        this.values = values;
        this.scan = new RankScan(values, SHORTEST, SHORTEST_END);
        this.candidates = new ArrayList<>();
    }

    /** Where other levels begin, in order. */
    static List<Change> changes(double[] values) {
        ChangeSearch search = new ChangeSearch(values);
        double enough = CriticalValues.ofRanks(values.length);
        for (Interval interval : SeededIntervals.of(values.length, 2 * SHORTEST)) {
            search.scan
                    .best(interval.from(), interval.to())
                    .filter(split -> split.surprise() >= enough)
                    .ifPresent(search.candidates::add);
        }
        search.candidates.sort(Comparator.comparingDouble(Split::surprise).reversed());
        search.divide(0, values.length);
        return search.settled();
    }

    private void divide(int from, int to) {
        Optional<Split> found = candidate(from, to);
        if (found.isEmpty()) {
            return;
        }
        int at = found.get().at();
        changes.add(at);
        divide(from, at);
        divide(at, to);
    }

    private Optional<Split> candidate(int from, int to) {
        Optional<Split> whole = scan.best(from, to).filter(split -> passes(split, from, to));
        Optional<Split> best = candidates.stream()
                .filter(split -> split.from() >= from && split.to() <= to)
                .filter(split -> passes(split, from, to))
                .findFirst();
        if (whole.isPresent() && best.isPresent()) {
            return whole.get().surprise() >= best.get().surprise() ? whole : best;
        }
        return whole.isPresent() ? whole : best;
    }

    private int place(Split split) {
        return LevelTest.place(values, split, split.to() == values.length ? SHORTEST_END : SHORTEST);
    }

    private boolean passes(Split split, int from, int to) {
        return beyond(split, from, to) >= 0;
    }

    /** By how much a split passes the test that it passes less well; below 0 it does not. */
    private double beyond(Split split, int from, int to) {
        double byRanks = split.surprise() - CriticalValues.ofRanks(values.length);
        if (byRanks < 0) {
            return byRanks;
        }
        boolean enough = split.to() - split.from() >= ENOUGH_FOR_DEPENDENCE;
        double rho = LevelTest.dependence(values, enough ? split.from() : from, split.at(), enough ? split.to() : to);
        return Math.min(byRanks, LevelTest.surprise(values, split, rho) - CriticalValues.ofLevels(values.length));
    }

    /** Each change where its neighbours leave it; those that no longer pass beside their neighbours are left away. */
    private List<Change> settled() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            boolean moved = false;
            for (int at : List.copyOf(changes)) {
                Optional<Split> again = between(at);
                int place = again.map(this::place).orElse(-1);
                if (place != at) {
                    moved = true;
                    changes.remove(at);
                    again.ifPresent(split -> changes.add(place));
                }
            }
            if (!moved) {
                break;
            }
        }
        List<Change> found = new ArrayList<>();
        for (int at : changes) {
            between(at).ifPresent(split -> found.add(new Change(at, beyond(split, split.from(), split.to()))));
        }
        return found;
    }

    /** The best split between the neighbours of a change, if it passes. */
    private Optional<Split> between(int at) {
        Integer before = changes.lower(at);
        Integer after = changes.higher(at);
        int from = before == null ? 0 : before;
        int to = after == null ? values.length : after;
        return scan.best(from, to).filter(split -> passes(split, from, to));
    }
}
