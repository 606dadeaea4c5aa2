package io.agentctl.policies.testing;

import java.util.List;

/**
 * What came of mutating a policy.
 *
 * @param baseline the tests of the policy itself; if they do not pass, nothing was mutated
 * @param killed mutants that some case noticed
 * @param refused mutants that do not compile, which {@code check} notices
 * @param survivors those that no case noticed, in the order of the document
 */
public record MutationReport(TestReport baseline, int killed, int refused, List<Mutant> survivors) {

    public MutationReport {
        survivors = List.copyOf(survivors);
    }

    /** Whether the tests pass and notice every mutant. */
    public boolean passed() {
        return baseline.passed() && survivors.isEmpty();
    }

    /** The share of mutants that were noticed, of those that compile; 1 where there are none. */
    public double score() {
        int all = killed + survivors.size();
        return all == 0 ? 1 : (double) killed / all;
    }
}
