package io.agentctl.plane.identity;

import java.time.Instant;

/**
 * Somebody who signed in and stays so for a while.
 *
 * @param caller as they proved it
 * @param since when they did
 * @param expiresAt when it ends
 */
public record Session(Caller caller, Instant since, Instant expiresAt) {}
