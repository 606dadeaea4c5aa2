package io.agentctl.control.overview;

import java.time.Instant;

/**
 * An alarm that is not OK.
 *
 * @param state as CloudWatch writes it
 * @param since when it went there
 * @param reason as CloudWatch words it
 */
public record AlarmLine(String name, String state, Instant since, String reason) {}
