package io.agentctl.cli.output;

/**
 * Dots on a grid, written as text: eight to a character in braille, or one. What lies outside is not drawn. A sign
 * takes a whole character and hides the dots under it.
 */
final class Raster {

    /** Bits of the braille patterns block by column and row of the dot (Unicode, chapter 21.1). */
    private static final int[][] BRAILLE = {{0x01, 0x02, 0x04, 0x40}, {0x08, 0x10, 0x20, 0x80}};

    private static final char BLANK_BRAILLE = '\u2800';

    private final boolean braille;
    private final int across;
    private final int down;
    private final boolean[][] dots;
    private final String[][] signs;

    /**
     * An empty raster.
     *
     * @param columns characters across, at least 1
     * @param rows characters down, at least 1
     */
    Raster(int columns, int rows, Theme theme) {
        this.braille = theme.unicode();
        this.across = braille ? 2 : 1;
        this.down = braille ? 4 : 1;
        this.dots = new boolean[rows * down][columns * across];
        this.signs = new String[rows][columns];
    }

    /** Dots across. */
    int width() {
        return dots[0].length;
    }

    /** Dots down. */
    int height() {
        return dots.length;
    }

    /** The character's column that holds a dot. */
    int column(int x) {
        return x / across;
    }

    /** Draws a straight line; coordinates in dots, from the top left. */
    void line(int fromX, int fromY, int toX, int toY) {
        int steps = Math.max(1, Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY)));
        for (int step = 0; step <= steps; step++) {
            double share = (double) step / steps;
            dot((int) Math.round(fromX + share * (toX - fromX)), (int) Math.round(fromY + share * (toY - fromY)));
        }
    }

    /** Draws a whisker: every second dot, so that it is told from a line; in ASCII a bar a character. */
    void whisker(int x, int fromY, int toY) {
        for (int y = Math.max(0, fromY); y <= Math.min(toY, height() - 1); y++) {
            if (!braille) {
                sign(x, y, "|");
            } else if (y % 2 == 0) {
                dot(x, y);
            }
        }
    }

    /** Puts a sign, one column wide, where a dot is. */
    void sign(int x, int y, String text) {
        if (inside(x, y)) {
            signs[y / down][x / across] = text;
        }
    }

    /** A line of text, from the top. */
    String row(int row) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < signs[row].length; column++) {
            text.append(signs[row][column] == null ? character(row, column) : signs[row][column]);
        }
        return text.toString();
    }

    private void dot(int x, int y) {
        if (inside(x, y)) {
            dots[y][x] = true;
        }
    }

    private boolean inside(int x, int y) {
        return x >= 0 && x < width() && y >= 0 && y < height();
    }

    private char character(int row, int column) {
        if (!braille) {
            return dots[row][column] ? '.' : ' ';
        }
        int pattern = 0;
        for (int x = 0; x < across; x++) {
            for (int y = 0; y < down; y++) {
                pattern |= dots[row * down + y][column * across + x] ? BRAILLE[x][y] : 0;
            }
        }
        return pattern == 0 ? ' ' : (char) (BLANK_BRAILLE + pattern);
    }
}
