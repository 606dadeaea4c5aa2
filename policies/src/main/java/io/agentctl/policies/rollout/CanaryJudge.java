package io.agentctl.policies.rollout;

import io.agentctl.policies.store.Candidate.Bound;
import java.util.Locale;

/** Says whether a candidate has passed its bound. A pure function of what was counted. */
public final class CanaryJudge {

    private final Bound bound;

    /** Makes a judge for one bound. */
    public CanaryJudge(Bound bound) {
        this.bound = bound;
    }

    /**
     * Judges.
     *
     * <p>Errors are compared with the bound itself, denials with those of the version in force. While that one has made
     * fewer decisions than the bound asks for, the missing ones count as denied: a candidate is not blamed for what is
     * not known, and one that denies nearly everything is still found out early.
     */
    public CanaryVerdict judge(CanaryTally tally) {
        if (tally.candidate() < bound.requests()) {
            return new CanaryVerdict.TooEarly(bound.requests() - tally.candidate());
        }
        double errors = share(tally.candidateErrors(), tally.candidate());
        if (errors > bound.errors()) {
            return new CanaryVerdict.BoundPassed("%s of %d decisions could not be evaluated; the bound is %s"
                    .formatted(percent(errors), tally.candidate(), percent(bound.errors())));
        }
        double denials = share(tally.candidateDenials(), tally.candidate());
        long missing = Math.max(0, bound.requests() - tally.inForce());
        double usual = share(tally.inForceDenials() + missing, tally.inForce() + missing);
        if (denials - usual > bound.denials()) {
            return new CanaryVerdict.BoundPassed("%s of %d decisions were denied, %s in force; the bound is %s more"
                    .formatted(percent(denials), tally.candidate(), percent(usual), percent(bound.denials())));
        }
        return new CanaryVerdict.WithinBound();
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }
}
