package io.agentctl.policies.document;

import java.time.Instant;

/**
 * An entry of {@code exceptions}: waives denials of one rule, for a time, with somebody's leave.
 *
 * @param rule the id of a rule of the same policy that denies
 * @param when a CEL expression; the denial is waived where it is true
 * @param expires from when on the waiver is void
 * @param ticket where the leave was given
 */
public record Waiver(String rule, String when, Instant expires, String ticket) {}
