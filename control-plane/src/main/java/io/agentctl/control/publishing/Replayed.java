package io.agentctl.control.publishing;

/**
 * What re-running recorded decisions with a version in force came to.
 *
 * @param environment whose decisions they were
 * @param digest of the version that was tried on them
 * @param decisions how many were re-run
 * @param newlyAllowed how many were denied then and would be allowed
 * @param newlyDenied how many were allowed then and would be denied
 * @param undecided how many cannot be told, since what they depend on was masked
 */
public record Replayed(
        String environment, String digest, int decisions, int newlyAllowed, int newlyDenied, int undecided) {}
