package io.agentctl.cli.output.chart;

import io.agentctl.cli.output.Theme;
import java.util.Map;
import java.util.Set;

/** The characters that charts are drawn with: each holds a small grid of dots. */
public enum Alphabet {
    /** Two dots across and four down. */
    BRAILLE(2, 4) {
        @Override
        char glyph(int pattern) {
            return pattern == 0 ? ' ' : (char) (BLANK_BRAILLE + pattern);
        }

        @Override
        int bit(int x, int y) {
            return BRAILLE_BITS[x][y];
        }
    },
    /** One dot across and two down: half blocks, which even the fonts of consoles have. */
    BLOCK(1, 2) {
        @Override
        char glyph(int pattern) {
            return " ▀▄█".charAt(pattern);
        }
    },
    /** One dot across and three down. */
    ASCII(1, 3) {
        @Override
        char glyph(int pattern) {
            return " '-*.:=#".charAt(pattern);
        }
    };

    private static final char BLANK_BRAILLE = '\u2800';
    /** Bits of the braille patterns block by column and row of the dot (Unicode, chapter 21.1). */
    private static final int[][] BRAILLE_BITS = {{0x01, 0x02, 0x04, 0x40}, {0x08, 0x10, 0x20, 0x80}};
    /** Terminals whose fonts hold 256 or 512 characters, none of them braille. */
    private static final Set<String> SMALL_FONTS = Set.of("linux", "vt100", "vt102", "vt220", "cons25", "ansi");

    private final int across;
    private final int down;

    Alphabet(int across, int down) {
        this.across = across;
        this.down = down;
    }

    /**
     * The finest that a terminal can show.
     *
     * @param environment of which TERM is asked
     */
    public static Alphabet of(Theme theme, Map<String, String> environment) {
        if (!theme.unicode()) {
            return ASCII;
        }
        return SMALL_FONTS.contains(environment.getOrDefault("TERM", "")) ? BLOCK : BRAILLE;
    }

    /** Bars from lowest to highest, for series in one line. */
    public String bars() {
        return switch (this) {
            case BRAILLE -> "▁▂▃▄▅▆▇█";
            case BLOCK -> "_▄█";
            case ASCII -> "_.-=+*%#";
        };
    }

    /** Dots across a character. */
    int across() {
        return across;
    }

    /** Dots down a character. */
    int down() {
        return down;
    }

    /** The character for a set of dots. */
    abstract char glyph(int pattern);

    /** What a dot, counted from the top left, adds to the set. */
    int bit(int x, int y) {
        return 1 << (y * across + x);
    }
}
