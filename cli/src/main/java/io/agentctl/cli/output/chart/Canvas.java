package io.agentctl.cli.output.chart;

import io.agentctl.cli.output.StyledLine;
import io.agentctl.cli.output.Tone;

/** Dots on a grid with tones, written as text. What lies outside is not drawn; a character has the tone drawn last. */
final class Canvas {

    private static final int DASH = 3;

    private final Alphabet alphabet;
    private final int[][] patterns;
    private final Tone[][] tones;

    /**
     * An empty canvas.
     *
     * @param columns characters across, at least 1
     * @param rows characters down, at least 1
     */
    Canvas(int columns, int rows, Alphabet alphabet) {
        this.alphabet = alphabet;
        this.patterns = new int[rows][columns];
        this.tones = new Tone[rows][columns];
    }

    /** Dots across. */
    int width() {
        return patterns[0].length * alphabet.across();
    }

    /** Dots down. */
    int height() {
        return patterns.length * alphabet.down();
    }

    /** Draws a straight line; coordinates in dots, from the top left. */
    void line(int fromX, int fromY, int toX, int toY, Tone tone) {
        int steps = Math.max(1, Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY)));
        for (int step = 0; step <= steps; step++) {
            double share = (double) step / steps;
            dot((int) Math.round(fromX + share * (toX - fromX)), (int) Math.round(fromY + share * (toY - fromY)), tone);
        }
    }

    /** Draws a level: every third dot, so that it is told from a curve. */
    void dashes(int y, Tone tone) {
        for (int x = 0; x < width(); x += DASH) {
            dot(x, y, tone);
        }
    }

    /** Sets a dot. */
    void dot(int x, int y, Tone tone) {
        if (x >= 0 && x < width() && y >= 0 && y < height()) {
            int row = y / alphabet.down();
            int column = x / alphabet.across();
            patterns[row][column] |= alphabet.bit(x % alphabet.across(), y % alphabet.down());
            tones[row][column] = tone;
        }
    }

    /** A line of text, from the top. */
    StyledLine row(int row) {
        StyledLine line = StyledLine.EMPTY;
        StringBuilder run = new StringBuilder();
        Tone tone = Tone.PLAIN;
        for (int column = 0; column < patterns[row].length; column++) {
            Tone here = tones[row][column] == null ? tone : tones[row][column];
            if (here != tone) {
                line = line.plus(tone, run.toString());
                run.setLength(0);
                tone = here;
            }
            run.append(alphabet.glyph(patterns[row][column]));
        }
        return line.plus(tone, run.toString());
    }
}
