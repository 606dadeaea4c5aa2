package io.agentctl.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Curves in text, to the character. */
class PlotTest {

    private static final Theme ASCII = new Theme(false, false);

    private static final Plot FALLING = plot(
            point(0, "128", 3.6, 4, 4.4, false),
            point(1, "256", 1.5, 2, 2.5, false),
            point(2, "512", 0.9, 1, 1.1, true),
            point(3, "1024", 0.9, 1, 1.1, false));

    @Test
    void inAsciiPointsLinesAndWhiskersAreTold() {
        assertThat(FALLING.lines(32, 9, ASCII))
                .containsExactly(
                        "milliseconds",
                        "4.4 +|",
                        "    |o.",
                        "    |  ...",
                        "    |     ... |",
                        "2.2 +        .o.",
                        "    |         | ....",
                        "    |               ..@........o",
                        "    |",
                        "  0 +",
                        "    +---------------------------",
                        "     128     256     512    1024");
    }

    @Test
    void inUnicodeThereAreEightDotsToACharacter() {
        assertThat(FALLING.lines(32, 5, Theme.PLAIN))
                .containsExactly(
                        "milliseconds",
                        "4.4 ┤⠥⣀",
                        "    │  ⠉⠒⠤⢄⡀",
                        "2.2 ┤      ⠈⠑⠢⠥⣀⣀",
                        "    │         ⠁  ⠉⠑⠒⠤⠤●⣀⣀⣀⣀⣀⣀⣀⣀⣠",
                        "  0 ┤",
                        "    └───────────────────────────",
                        "     128     256     512    1024");
    }

    @Test
    void labelsThatWouldMeetAreLeftOutAndTheMarkedOneStays() {
        Plot crowded = plot(
                point(0, "10000", 1, 1, 1, false),
                point(1, "10001", 1, 1, 1, false),
                point(2, "10002", 1, 1, 1, true),
                point(3, "10003", 1, 1, 1, false));

        assertThat(crowded.lines(24, 3, ASCII).getLast()).isEqualTo("     10000     10002");
    }

    @Test
    void aWhiskerThatReachesFarIsCutAndTheCurveStaysReadable() {
        Plot unsure = plot(point(0, "a", 0, 2, Double.POSITIVE_INFINITY, false), point(1, "b", 0.5, 1, 400, false));

        assertThat(unsure.lines(16, 3, ASCII))
                .containsExactly(
                        "milliseconds",
                        "2.0 +o....     |",
                        "1.0 +|    .....o",
                        "  0 +|         |",
                        "    +-----------",
                        "     a         b");
    }

    @Test
    void withoutPointsNothingIsDrawnAndOneAloneStandsInTheMiddle() {
        assertThat(plot().lines(40, 5, ASCII)).isEmpty();
        assertThat(plot(point(7, "x", 1, 1, 1, true)).lines(16, 3, ASCII))
                .containsExactly("milliseconds", "1.0 +     @", "0.5 +", "  0 +", "    +-----------", "          x");
    }

    @Test
    void noLineIsWiderThanAskedForWhateverTheWidth() {
        for (Theme theme : List.of(ASCII, Theme.PLAIN)) {
            for (int width = 20; width < 140; width++) {
                int most = width;
                assertThat(FALLING.lines(width, 8, theme))
                        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(most));
            }
        }
    }

    @Test
    void plotsBesideEachOtherAlignWhateverTheColours() {
        Theme colour = new Theme(true, true);

        List<String> beside = Plot.beside(List.of(colour.paint(Tone.GOOD, "ab"), "c"), List.of("x", "y", "z"), 4);

        assertThat(beside).containsExactly(colour.paint(Tone.GOOD, "ab") + "  x", "c   y", "    z");
    }

    private static Plot plot(Plot.Point... points) {
        return new Plot("milliseconds", List.of(points), number -> String.format(Locale.ROOT, "%.1f", number));
    }

    private static Plot.Point point(double x, String label, double low, double value, double high, boolean marked) {
        return new Plot.Point(x, label, low, value, high, marked);
    }
}
