package io.agentctl.cli.output;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a screen: pieces of text, each with what it means. Its width is known, whatever colours it will have, so
 * that lines can be cut, filled up and put beside each other.
 *
 * @param pieces from left to right
 */
public record StyledLine(List<Cell> pieces) {

    /** A line without anything on it. */
    public static final StyledLine EMPTY = new StyledLine(List.of());

    public StyledLine {
        pieces = List.copyOf(pieces);
    }

    /** A line in one tone. */
    public static StyledLine of(Tone tone, String text) {
        return EMPTY.plus(tone, text);
    }

    /** A line without emphasis. */
    public static StyledLine of(String text) {
        return of(Tone.PLAIN, text);
    }

    /** Columns that the line takes. */
    public int width() {
        return pieces.stream().mapToInt(Cell::width).sum();
    }

    /** This line with a text after it. */
    public StyledLine plus(Tone tone, String text) {
        return text.isEmpty() ? this : plus(new StyledLine(List.of(new Cell(text, tone))));
    }

    /** This line with a text without emphasis after it. */
    public StyledLine plus(String text) {
        return plus(Tone.PLAIN, text);
    }

    /** This line with another after it. */
    public StyledLine plus(StyledLine other) {
        List<Cell> joined = new ArrayList<>(pieces);
        joined.addAll(other.pieces);
        return new StyledLine(joined);
    }

    /** This line filled up with spaces, or cut with a sign that it was: exactly {@code columns} wide. */
    public StyledLine exactly(int columns, Theme theme) {
        StyledLine cut = atMost(columns, theme);
        return cut.plus(" ".repeat(columns - cut.width()));
    }

    /** This line, cut with a sign that it was where it is wider than {@code columns}. */
    public StyledLine atMost(int columns, Theme theme) {
        if (width() <= columns) {
            return this;
        }
        List<Cell> kept = new ArrayList<>();
        int left = columns;
        for (Cell piece : pieces) {
            // A piece that fits but has more after it leaves the last column to the sign.
            if (piece.width() < left) {
                kept.add(piece);
                left -= piece.width();
            } else if (left > 0) {
                kept.add(new Cell(piece.text() + " ", piece.tone()).fit(left, theme));
                left = 0;
            }
        }
        return new StyledLine(kept);
    }

    /** The text without its tones, and without spaces at its end. */
    public String text() {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.text()));
        return text.toString().stripTrailing();
    }

    /** The text as it is written to a stream: neighbours of one tone share an escape sequence. */
    public String painted(Theme theme) {
        StringBuilder painted = new StringBuilder();
        StringBuilder run = new StringBuilder();
        Tone tone = Tone.PLAIN;
        for (Cell piece : pieces) {
            if (piece.tone() != tone) {
                painted.append(theme.paint(tone, run.toString()));
                run.setLength(0);
                tone = piece.tone();
            }
            run.append(piece.text());
        }
        return painted.append(theme.paint(tone, run.toString())).toString();
    }
}
