package io.agentctl.cli.output.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.cli.output.StyledLine;
import io.agentctl.cli.output.Theme;
import io.agentctl.cli.output.Tone;
import io.agentctl.control.metrics.Series;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Series over time in text, to the character. */
class ChartTest {

    private static final Instant FROM = Instant.parse("2026-03-02T10:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final TimeAxis HOUR = new TimeAxis(FROM, FROM.plus(Duration.ofHours(1)), ZoneOffset.UTC);
    private static final double GAP = Double.NaN;

    private static final Series WAVE = Series.of(
            FROM,
            MINUTE,
            IntStream.range(0, 60)
                    .mapToDouble(minute -> minute >= 30 && minute < 36 ? GAP : 50 - 40 * Math.cos(minute / 6.0))
                    .toArray());

    @Test
    void inBrailleALineHasEightDotsToACharacterAndGapsStayEmpty() {
        assertThat(text(chart(Curve.line(WAVE, Tone.PLAIN)), Alphabet.BRAILLE, 44, 7))
                .containsExactly(
                        "100 ┤          ⢀⣀⠤⢄                     ⣀⡠⢄⣀",
                        "    │        ⢠⠒⠁   ⠉⠑⢄               ⢀⠤⠊",
                        "    │      ⢀⠖⠁        ⠱⣀            ⡠⠊",
                        "    │    ⢀⡠⠃            ⠃         ⢀⠎",
                        "    │  ⢀⡠⠃                     ⢀⡠⠊⠁",
                        "  0 ┤⠒⠊⠁                    ⠈⠒⠊⠁",
                        "     10:00      10:20        10:40     11:00");
    }

    @Test
    void inBlocksAnAreaHasTwoDotsToACharacter() {
        assertThat(text(chart(Curve.area(WAVE, Tone.PLAIN)), Alphabet.BLOCK, 44, 7))
                .containsExactly(
                        "100 ┤           ▄▄▄                     ▄▄▄▄",
                        "    │        ▄███████▄               ▄▄█████",
                        "    │      ▄███████████▄            ▄███████",
                        "    │    ▄▄██████████████         ▄█████████",
                        "    │  ▄█████████████████      ▄▄███████████",
                        "  0 ┤████████████████████   ████████████████",
                        "     10:00      10:20        10:40     11:00");
    }

    @Test
    void inAsciiThereAreThreeHeightsToACharacter() {
        assertThat(text(chart(Curve.line(WAVE, Tone.PLAIN)), Alphabet.ASCII, 44, 7))
                .containsExactly(
                        "100 +          ....                     ....",
                        "    |        .-'   '*.               .-*",
                        "    |      .-'        *.            .*",
                        "    |    .-'            '         .*",
                        "    |  .-'                     ..*",
                        "  0 +''                     ''''",
                        "     10:00      10:20        10:40     11:00");
    }

    @Test
    void aThresholdIsDashedAndOneFarAboveTheCurvesDoesNotPressThemFlat() {
        Chart near = new Chart(
                HOUR,
                List.of(Curve.line(WAVE, Tone.PLAIN)),
                List.of(new Threshold(120, Tone.BAD), new Threshold(5_000, Tone.BAD)),
                ChartTest::whole);

        assertThat(text(near, Alphabet.ASCII, 44, 5))
                .containsExactly(
                        "150 +.  .  .  .  .  .  .  .  .  .  .  .  .",
                        "    |         ...-=..                  ..--=",
                        "    |    ..=-'       '*-.         .=-''",
                        "  0 +---''                  -----'",
                        "     10:00      10:20        10:40     11:00");
    }

    @Test
    void noPeakIsLostWhereManyValuesFallOnOneDot() {
        double[] values = new double[4_000];
        values[1_777] = 90;
        Series spike = Series.of(FROM, Duration.ofSeconds(1), values);

        assertThat(text(chart(Curve.line(spike, Tone.PLAIN)), Alphabet.ASCII, 24, 4))
                .containsExactly(
                        "100 +         =", "    |         #", "  0 +.........#.........", "     10:00         11:00");
    }

    @Test
    void daysAreNamedWhereThereAreSeveral() {
        TimeAxis weeks = new TimeAxis(FROM, FROM.plus(Duration.ofDays(14)), ZoneOffset.UTC);

        assertThat(weeks.labels(40)).isEqualTo("03-02      03-07        03-11      03-16");
    }

    @Test
    void everyPartOfALineHasItsTone() {
        Chart two = new Chart(
                HOUR,
                List.of(Curve.line(flat(20), Tone.FAINT), Curve.line(flat(80), Tone.BAD)),
                List.of(),
                ChartTest::whole);

        List<StyledLine> lines = two.lines(20, 6, Theme.PLAIN, Alphabet.BLOCK);

        assertThat(lines.getFirst().pieces())
                .anySatisfy(piece -> assertThat(piece.tone()).isEqualTo(Tone.BAD));
        assertThat(lines.getFirst().painted(new Theme(true, true))).startsWith("\u001b[2m80 ┤");
    }

    @Test
    void noLineIsWiderThanAskedForWhateverTheSize() {
        for (Alphabet alphabet : Alphabet.values()) {
            for (int columns = 1; columns < 120; columns += 7) {
                for (int rows = 0; rows < 12; rows++) {
                    int most = columns;
                    List<StyledLine> lines =
                            chart(Curve.area(WAVE, Tone.PLAIN)).lines(columns, rows, Theme.PLAIN, alphabet);

                    assertThat(lines).hasSize(rows).allSatisfy(line -> assertThat(line.width())
                            .isLessThanOrEqualTo(most));
                }
            }
        }
    }

    @Test
    void withoutValuesTheAxesStand() {
        assertThat(text(chart(Curve.line(flat(GAP), Tone.PLAIN)), Alphabet.ASCII, 20, 3))
                .containsExactly("1 +", "0 +", "   10:00       11:00");
    }

    @Test
    void theTerminalDecidesTheAlphabet() {
        assertThat(Alphabet.of(Theme.PLAIN, Map.of("TERM", "xterm-256color"))).isEqualTo(Alphabet.BRAILLE);
        assertThat(Alphabet.of(Theme.PLAIN, Map.of("TERM", "linux"))).isEqualTo(Alphabet.BLOCK);
        assertThat(Alphabet.of(new Theme(true, false), Map.of("TERM", "xterm"))).isEqualTo(Alphabet.ASCII);
    }

    private static Chart chart(Curve... curves) {
        return new Chart(HOUR, List.of(curves), List.of(), ChartTest::whole);
    }

    private static Series flat(double value) {
        return Series.of(
                FROM, MINUTE, IntStream.range(0, 60).mapToDouble(any -> value).toArray());
    }

    private static String whole(double number) {
        return Long.toString(Math.round(number));
    }

    private static List<String> text(Chart chart, Alphabet alphabet, int columns, int rows) {
        return chart.lines(columns, rows, Theme.PLAIN, alphabet).stream()
                .map(StyledLine::text)
                .toList();
    }
}
