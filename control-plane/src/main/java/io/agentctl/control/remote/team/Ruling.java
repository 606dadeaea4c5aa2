package io.agentctl.control.remote.team;

/**
 * A decision.
 *
 * @param fingerprint of what the decider looked at
 * @param comment why; may be empty
 */
public record Ruling(String fingerprint, String comment) {}
