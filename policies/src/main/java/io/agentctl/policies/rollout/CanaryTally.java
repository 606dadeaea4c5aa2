package io.agentctl.policies.rollout;

/**
 * What was counted while a candidate is tried, of decisions about the intents that it matches.
 *
 * @param candidate decisions made by the candidate
 * @param candidateErrors those of them in which a rule could not be evaluated
 * @param candidateDenials those of them that denied
 * @param inForce decisions made by the version in force
 * @param inForceDenials those of them that denied
 */
public record CanaryTally(
        long candidate, long candidateErrors, long candidateDenials, long inForce, long inForceDenials) {

    public CanaryTally {
        if (candidateErrors < 0
                || candidateDenials < 0
                || inForceDenials < 0
                || candidateErrors > candidate
                || candidateDenials > candidate
                || inForceDenials > inForce) {
            throw new IllegalArgumentException("no more errors and denials than decisions");
        }
    }
}
