/**
 * Series drawn in text, for screens and pages alike: charts with axes, thresholds and gaps, in braille, blocks or
 * ASCII. Pure functions from series and a size to {@link io.agentctl.cli.output.StyledLine}s; may depend on
 * {@code output} and on the control plane's {@code metrics}.
 */
package io.agentctl.cli.output.chart;
