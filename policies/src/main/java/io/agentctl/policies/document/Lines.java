package io.agentctl.policies.document;

import java.util.Arrays;

/** The lines of a text, by the index of a code point. */
final class Lines {

    private final int[] codePoints;
    private final int[] lineOf;
    private final boolean[] blank;

    Lines(String text) {
        this.codePoints = text.codePoints().toArray();
        this.lineOf = new int[codePoints.length + 1];
        int line = 0;
        for (int i = 0; i < codePoints.length; i++) {
            lineOf[i] = line;
            if (endsLine(i)) {
                line++;
            }
        }
        lineOf[codePoints.length] = line;
        this.blank = new boolean[line + 1];
        Arrays.fill(blank, true);
        for (int i = 0; i < codePoints.length; i++) {
            blank[lineOf[i]] &= Character.isWhitespace(codePoints[i]);
        }
    }

    boolean endsLine(int index) {
        boolean carriageReturn = codePoints[index] == '\r';
        boolean beforeNewline = index + 1 < codePoints.length && codePoints[index + 1] == '\n';
        return codePoints[index] == '\n' || (carriageReturn && !beforeNewline);
    }

    int length() {
        return codePoints.length;
    }

    int at(int index) {
        return codePoints[index];
    }

    /** The number of the line of a code point, from 0. */
    int of(int index) {
        return lineOf[index];
    }

    /** Whether there is a line before this one, and nothing on it. */
    boolean blankAbove(int line) {
        return line > 0 && blank[line - 1];
    }

    /** How many code points stand before this one on its line. */
    int column(int index) {
        int start = index;
        while (start > 0 && lineOf[start - 1] == lineOf[index]) {
            start--;
        }
        return index - start;
    }

    /** Whether only white space stands before this code point on its line. */
    boolean startsLine(int index) {
        for (int i = index - 1; i >= 0 && lineOf[i] == lineOf[index]; i--) {
            if (!Character.isWhitespace(codePoints[i])) {
                return false;
            }
        }
        return true;
    }

    /** The index of the line break that ends the line of a code point, or the length of the text. */
    int endOf(int index) {
        int end = index;
        while (end < codePoints.length && codePoints[end] != '\n' && codePoints[end] != '\r') {
            end++;
        }
        return end;
    }

    String text(int from, int to) {
        return new String(codePoints, from, to - from);
    }
}
