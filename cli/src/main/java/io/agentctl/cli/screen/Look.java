package io.agentctl.cli.screen;

import io.agentctl.cli.output.Theme;
import io.agentctl.cli.output.chart.Alphabet;
import java.time.ZoneId;

/**
 * What the dashboard looks like on one stream.
 *
 * @param theme colours and symbols
 * @param alphabet what charts are drawn with
 * @param zone on whose clocks times are
 */
public record Look(Theme theme, Alphabet alphabet, ZoneId zone) {}
