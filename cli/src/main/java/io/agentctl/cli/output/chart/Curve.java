package io.agentctl.cli.output.chart;

import io.agentctl.cli.output.Tone;
import io.agentctl.control.metrics.Series;

/**
 * A series on a chart.
 *
 * @param series what was measured; gaps are left out of the drawing
 * @param tone in what it is drawn
 * @param shape how it is drawn
 */
public record Curve(Series series, Tone tone, Shape shape) {

    /** How a series is drawn. */
    public enum Shape {
        /** A line from value to value. */
        LINE,
        /** All that is below the line as well. */
        AREA
    }

    /** A curve as a line. */
    public static Curve line(Series series, Tone tone) {
        return new Curve(series, tone, Shape.LINE);
    }

    /** A curve as an area. */
    public static Curve area(Series series, Tone tone) {
        return new Curve(series, tone, Shape.AREA);
    }
}
