package io.agentctl.control.performance.watch;

import java.time.Instant;

/**
 * Something that may have caused a change.
 *
 * @param at when it began
 * @param what in words: a deployment, or an operation by its id
 */
public record Happening(Instant at, String what) {}
