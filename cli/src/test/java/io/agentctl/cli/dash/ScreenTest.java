package io.agentctl.cli.dash;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.cli.output.Cell;
import io.agentctl.cli.output.StyledLine;
import io.agentctl.cli.output.Theme;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.output.chart.Alphabet;
import io.agentctl.cli.screen.Look;
import io.agentctl.cli.screen.Repaint;
import io.agentctl.control.overview.Range;
import io.agentctl.control.overview.Reading;
import io.agentctl.control.overview.Snapshot;
import io.agentctl.control.slo.report.ObjectiveReport.Line;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is on the screen, as a function. */
class ScreenTest {

    private static final State STATE = State.initial("sandbox", Range.HOUR);

    @Test
    void allPanesFitTheSmallestScreen() {
        assertThat(shown(STATE, Sample.snapshot(), 80, 24))
                .containsExactly(
                        " acme  context sandbox, account 111122223333, us-east-1            1h  10:00:30",
                        "Response times    30s old  Throughput        30s old  Error rate        30s old",
                        "p50 58 p95 179 p99 418     1.6k/min, at most 1.6k     0%, at most 2%",
                        "500 ┤       ⣀⣀⣀⣀⣀⣀⣀⣠⠤⠤⠤⠤⠤  2k ┤             ⣀⣀⣀⣀⣀⣀⣤⣤  2% ┤          ⢸",
                        "    │⠉⠉⠉⠉⠉⠉⠉      ⢀⣀⣀⣀⣀⣀⣀     │⣴⣶⣶⣶⣶⣶⣾⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿     │          ⢸",
                        "  0 ┤⠭⠭⠭⠭⠭⠭⠭⠭⠭⠭⠭⢍⣉⣁⠤⠤⠤⠤⠤⠤   0 ┤⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿  0% ┤⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣸⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀",
                        "     09:00          10:00      09:00           10:00      09:00           10:00",
                        "Services  1 of 2 short of tasks  0s old  Functions  0 errors, 3 throttled 0s old",
                        "SERVICE  TASKS  CPU  PEAK  MEM           FUNCTION      P50    P99   MEM",
                        "worker   1/2    12%   14%  58%           governance  51 ms  66 ms  512M",
                        "api      4/4    58%   80%  30%",
                        "",
                        "Objectives  none                 0s old  Tables  nothing throttled; not … 0s old",
                        "                                         TABLE             UNITS/S  OF",
                        "                                         sessions  reads       350  400 88%",
                        "                                         usage     writes       12  on demand",
                        "",
                        "Alarms  1 of 14 in ALARM, 2 wit… 0s old  Windows                          0s old",
                        "ALARM        FOR  WHY                    no windows",
                        "api-latency   4m  Threshold Crossed      Policies                         0s old",
                        "                                         generation 7, 0/0 runtimes up to date",
                        "                                         Operations                       0s old",
                        "                                         none",
                        " 1 1h  2 6h  3 24h  4 14d  r refresh  p pause  / filter  : jump  ? help  q quit");
    }

    @Test
    void asciiAloneSuffices() {
        List<String> lines = Sample.text(Screen.lines(STATE, Sample.snapshot(), Sample.NOW, 200, 50, Sample.ASCII));

        assertThat(String.join("", lines)).matches("\\p{ASCII}*");
        assertThat(lines).hasSize(50).anySatisfy(line -> assertThat(line).contains("1 of 2 short of tasks"));
    }

    @Test
    void noLineIsWiderThanTheScreenAndThereAreAsManyAsItHas() {
        for (State state : List.of(
                STATE,
                STATE.showing(Optional.of(Pane.SERVICES)),
                STATE.showing(Optional.of(Pane.ALARMS)).scrolled(50),
                STATE.in(State.Mode.HELP, ""),
                STATE.in(State.Mode.FILTER, "a".repeat(60)))) {
            for (int columns = 1; columns < 260; columns += 13) {
                for (int rows = 1; rows < 70; rows += 6) {
                    int most = columns;
                    assertThat(Screen.lines(state, Sample.snapshot(), Sample.NOW, columns, rows, Sample.PLAIN))
                            .hasSize(rows)
                            .allSatisfy(line -> assertThat(line.width()).isLessThanOrEqualTo(most));
                }
            }
        }
    }

    @Test
    void whatCannotBeReadStaysGrowsOldAndSaysWhy() {
        Snapshot lost = Sample.unreachable(Duration.ofMinutes(4));

        List<String> lines =
                Sample.text(Screen.lines(STATE, lost, Sample.NOW.plus(Duration.ofMinutes(4)), 80, 24, Sample.PLAIN));

        assertThat(lines.get(1)).startsWith("Response times").contains("4m old");
        assertThat(lines.get(2)).contains("✗ could not reach AWS");
        assertThat(lines).anySatisfy(line -> assertThat(line).contains("api").contains("4/4"));
    }

    @Test
    void beforeAnythingWasReadPanesSaySo() {
        assertThat(shown(STATE, Snapshot.unread("acme", Sample.NOW, Range.HOUR), 80, 24))
                .filteredOn(line -> line.contains("reading …"))
                .hasSizeGreaterThan(5);
    }

    @Test
    void curvesOfAnotherRangeSayWhoseTheyAreUntilTheNewOnesCome() {
        Snapshot waiting = Sample.snapshot().over(Range.DAY);

        assertThat(shown(STATE.over(Range.DAY), waiting, 80, 24).get(1)).contains("30s of 1h");
    }

    @Test
    void aPaneCanFillTheScreenWithAChartAndBeFiltered() {
        List<String> lines =
                shown(STATE.showing(Optional.of(Pane.SERVICES)).filtered("api"), Sample.snapshot(), 80, 24);

        assertThat(lines.get(2)).isEqualTo("1, all tasks run");
        assertThat(lines.get(5)).isEqualTo("api  CPU  busiest task  memory");
        assertThat(lines).noneSatisfy(line -> assertThat(line).contains("worker"));
        assertThat(lines.getLast()).contains("/ \"api\"").contains("Esc all");
    }

    @Test
    void whatIsPromisedIsALineAcrossItsChartAndWhatBreaksItIsRed() {
        Snapshot promised = Sample.snapshot()
                .withObjectives(Reading.of(
                        List.of(
                                Sample.promise("ResponseTime", "p95", 150, true),
                                Sample.promise("ResponseTime", "SampleCount", 5_000, false),
                                Sample.promise("ErrorRate", Line.SHARE, 99, false)),
                        Sample.NOW));

        List<StyledLine> response = Frame.of(Pane.RESPONSE, scene(promised), 100, 8);
        assertThat(response.get(1).text()).startsWith("p50 58 p95 179 p99 418 ms, promised p95 < 150");
        assertThat(response.get(1).pieces()).contains(new Cell("p95 179", Tone.BAD), new Cell("p50 58", Tone.FAINT));
        assertThat(response.subList(2, 7)).anySatisfy(ScreenTest::isCrossed);

        List<StyledLine> throughput = Frame.of(Pane.THROUGHPUT, scene(promised), 100, 8);
        assertThat(throughput.get(1).text()).isEqualTo("1.6k a minute, at most 1.6k, promised > 1k");
        assertThat(throughput.get(1).pieces()).contains(new Cell("1.6k", Tone.STRONG));

        List<StyledLine> failures = Frame.of(Pane.FAILURES, scene(promised), 100, 8);
        assertThat(failures.get(1).text()).isEqualTo("0% of answers, at most 2%, promised < 1%");
        assertThat(failures.subList(2, 7)).anySatisfy(ScreenTest::isCrossed);
    }

    private static void isCrossed(StyledLine line) {
        assertThat(line.pieces())
                .filteredOn(piece -> piece.tone() == Tone.WARNING)
                .isNotEmpty();
    }

    private static Scene scene(Snapshot snapshot) {
        return new Scene(snapshot, "", Sample.NOW, Sample.PLAIN);
    }

    @Test
    void aTableHasTheChartOfItsUnitsAgainstWhatIsProvisioned() {
        List<String> lines = shown(STATE.showing(Optional.of(Pane.TABLES)), Sample.snapshot(), 80, 24);

        assertThat(lines).contains("acme-sessions reads  units a second  provisioned");
    }

    @Test
    void productionIsRedAndNamedForWhoSeesNoColour() {
        StyledLine header = Screen.lines(
                        State.initial("acme-prod", Range.HOUR), Sample.snapshot(), Sample.NOW, 80, 24, Sample.PLAIN)
                .getFirst();

        assertThat(header.pieces()).singleElement().satisfies(piece -> assertThat(piece.tone())
                .isEqualTo(Tone.ALERT));
        assertThat(header.text()).contains("context acme-prod (production)");
        assertThat(header.painted(new Theme(true, true))).startsWith("\u001b[1;97;41m");
    }

    @Test
    void aScreenThatBecameTooSmallSaysWhatItNeedsAndShowsWhatFits() {
        List<String> lines = shown(STATE, Sample.snapshot(), 60, 10);

        assertThat(lines.getFirst()).isEqualTo("needs 80 columns and 24 lines, has 60 and 10");
        assertThat(lines.get(3)).startsWith("p50 ");
    }

    @Test
    void onlyLinesThatDifferAreWritten() {
        Repaint repaint = new Repaint(Theme.PLAIN);
        List<StyledLine> before = List.of(StyledLine.of("a"), StyledLine.of("b"));

        assertThat(repaint.to(before)).startsWith("\u001b[2J").contains("a").contains("b");
        assertThat(repaint.to(before)).isEmpty();
        assertThat(repaint.to(List.of(StyledLine.of("a"), StyledLine.of("c")))).isEqualTo("\u001b[2;1H\u001b[2Kc");
        repaint.forget();
        assertThat(repaint.to(before)).startsWith("\u001b[2J");
    }

    @Test
    void agesChangeSeldom() {
        Look look = new Look(Theme.PLAIN, Alphabet.BRAILLE, ZoneOffset.UTC);
        List<StyledLine> first = Screen.lines(STATE, Sample.snapshot(), Sample.NOW, 80, 24, look);

        assertThat(Screen.lines(STATE, Sample.snapshot(), Sample.NOW.plusSeconds(9), 80, 24, look))
                .isEqualTo(first);
        assertThat(Screen.lines(STATE, Sample.snapshot(), Sample.NOW.plusSeconds(10), 80, 24, look))
                .isNotEqualTo(first);
    }

    private static List<String> shown(State state, Snapshot snapshot, int columns, int rows) {
        return Sample.text(Screen.lines(state, snapshot, Sample.NOW, columns, rows, Sample.PLAIN));
    }
}
