package io.agentctl.control.rightsizing;

import java.time.Duration;

/**
 * How much the advice rests on.
 *
 * @param points samples of CPU that were used
 * @param gaps places between them where a sample is missing
 * @param censored samples at the CPU limit
 * @param span from the first to the last
 * @param period the distance between samples
 */
public record DataUsed(int points, int gaps, int censored, Duration span, Duration period) {}
