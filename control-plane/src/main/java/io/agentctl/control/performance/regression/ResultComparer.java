package io.agentctl.control.performance.regression;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.performance.LoadResult.End;
import io.agentctl.control.performance.regression.Comparison.Figure;
import io.agentctl.control.performance.regression.Comparison.Word;
import java.util.ArrayList;
import java.util.List;

/** Compares two results of one scenario: by how much figures differ, how sure that is, and whether it matters. */
public final class ResultComparer {

    /** A difference below 5 % is left to those who ask for it. */
    public static final double USUAL_MATTERS = 0.05;
    /** Fewer stretches say too little about how figures vary. */
    public static final int FEWEST_BLOCKS = 8;

    private static final double PERCENT = 100;
    private static final long BASE_SEED = 1;
    private static final long CANDIDATE_SEED = 2;

    private final double matters;

    /** @param matters the smallest difference that matters, as a share: 0.05 for 5 % */
    public ResultComparer(double matters) {
        if (!(matters >= 0 && matters < 10)) {
            throw new IllegalArgumentException("a difference is a share from 0 to 10, not " + matters);
        }
        this.matters = matters;
    }

    /**
     * Compares.
     *
     * @throws AgentctlException BAD_DOCUMENT if the results are of different scenarios
     */
    public Comparison compare(LoadResult base, LoadResult candidate) {
        if (!base.scenario().digest().equals(candidate.scenario().digest())) {
            throw new AgentctlException(
                    ErrorCode.BAD_DOCUMENT,
                    "the results are of different scenarios, " + named(base) + " and " + named(candidate)
                            + ": what differs may come from what was sent",
                    "Run the scenario of the base again, against what is to be compared with it.");
        }
        MeasuredBlocks before = MeasuredBlocks.of(base);
        MeasuredBlocks after = MeasuredBlocks.of(candidate);
        Tally baseTally = before.tally(before.once());
        Tally candidateTally = after.tally(after.once());
        List<String> doubts = doubts(base, candidate, before, after);
        List<Figure> figures = doubts.isEmpty()
                ? decided(before, after, baseTally, candidateTally)
                : undecided(doubts.getFirst(), baseTally, candidateTally);
        List<String> remarks = new ArrayList<>(doubts);
        remarks.addAll(remarks(base, candidate));
        return new Comparison(
                word(figures),
                base.scenario().name(),
                PERCENT * matters,
                baseTally.delta(candidateTally),
                figures,
                remarks);
    }

    private List<Figure> decided(MeasuredBlocks before, MeasuredBlocks after, Tally base, Tally candidate) {
        BlockBootstrap bases = BlockBootstrap.of(before, BASE_SEED);
        BlockBootstrap candidates = BlockBootstrap.of(after, CANDIDATE_SEED);
        int fewer = Math.min(before.size(), after.size());
        return Compared.ALL.stream()
                .map(figure -> figure.compare(base, candidate, bases, candidates, fewer, matters))
                .toList();
    }

    private static List<Figure> undecided(String reason, Tally base, Tally candidate) {
        return Compared.ALL.stream()
                .map(figure -> figure.undecided(base, candidate, reason))
                .toList();
    }

    /** Why nothing can be decided. */
    private static List<String> doubts(
            LoadResult base, LoadResult candidate, MeasuredBlocks before, MeasuredBlocks after) {
        List<String> doubts = new ArrayList<>();
        if (base.generator().saturated() || candidate.generator().saturated()) {
            doubts.add("the generator was the limit of the " + (base.generator().saturated() ? "base" : "candidate")
                    + ", not the target");
        }
        int fewer = Math.min(before.size(), after.size());
        if (fewer < FEWEST_BLOCKS) {
            doubts.add("a result has " + fewer + " intervals without warm-up; " + FEWEST_BLOCKS
                    + " are needed, so run for longer");
        }
        return doubts;
    }

    private static List<String> remarks(LoadResult base, LoadResult candidate) {
        List<String> remarks = new ArrayList<>();
        if (base.end() != End.COMPLETED || candidate.end() != End.COMPLETED) {
            remarks.add("A run did not come to its end: what is compared may be of different phases.");
        }
        if (!base.target().equals(candidate.target())) {
            remarks.add("The targets differ: " + base.target().url() + " and "
                    + candidate.target().url());
        }
        remarks.add("One run each: what differs between runs of the same program is not known from them. perf regress"
                + " over the history knows it.");
        return remarks;
    }

    private static Word word(List<Figure> figures) {
        for (Word word : List.of(Word.REGRESSION, Word.UNDECIDED, Word.IMPROVEMENT)) {
            if (figures.stream().anyMatch(figure -> figure.word() == word)) {
                return word;
            }
        }
        return Word.NO_DIFFERENCE;
    }

    private static String named(LoadResult result) {
        String digest = result.scenario().digest();
        return result.scenario().name() + " (" + digest.substring(0, Math.min(12, digest.length())) + ")";
    }
}
