package io.agentctl.cli.output.chart;

import io.agentctl.cli.output.Tone;

/**
 * A level that a chart shows as a dashed line.
 *
 * @param value in the unit of the curves, at least 0
 * @param tone in what it is drawn
 */
public record Threshold(double value, Tone tone) {}
