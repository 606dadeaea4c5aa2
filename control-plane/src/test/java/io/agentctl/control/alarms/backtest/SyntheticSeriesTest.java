package io.agentctl.control.alarms.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.alarm.metric.Comparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whether tuning holds on series that it was not made on: peaks, shifts, drops and ramps on bases of several kinds. */
final class SyntheticSeriesTest {

    private static final Duration PERIOD = Duration.ofMinutes(5);
    private static final Path TABLE = Path.of("target/alarms-on-synthetic-series.md");
    /** Other seeds than those that the rule was chosen on. */
    private static final int FIRST = 5_000;

    private static final int SERIES = Integer.getInteger("synthetic.series", 18);

    private static final class Sum {
        private int found;
        private int incidents;
        private int inVain;
        private int worse;

        private void add(Scorecard score, Scorecard other) {
            found += score.detected();
            incidents += score.incidents();
            inVain += score.falsePages();
            worse += score.detected() <= other.detected() && score.falsePages() > other.falsePages() ? 1 : 0;
        }

        private String row(String name) {
            return "| " + name + " | " + found + "/" + incidents + " | " + inVain + " | " + worse + " |\n";
        }
    }

    @Test
    void findsMoreWithFarFewerPagesInVainOnWhateverSeries() throws IOException {
        Sum tuned = new Sum();
        Sum band = new Sum();
        Sum percentile = new Sum();
        for (int seed = FIRST; seed < FIRST + SERIES; seed++) {
            SyntheticSeries series = SyntheticSeries.of(seed);
            Instant split = series.history().time(series.history().size() / 2);
            Baselines baselines = new Baselines(series.history(), PERIOD, split);
            Scorecard byBand = baselines.band(series.incidents());
            Scorecard byPercentile = baselines.percentile(series.incidents());
            Scorecard byTuning = new ThresholdTuner(
                            series.history(),
                            series.incidents(),
                            Set.of(Comparison.GREATER_THAN, Comparison.LESS_THAN),
                            PERIOD,
                            split)
                    .propose(2)
                    .unseen();
            tuned.add(byTuning, byPercentile);
            band.add(byBand, byTuning);
            percentile.add(byPercentile, byTuning);
        }
        Files.createDirectories(TABLE.getParent());
        Files.writeString(TABLE, tuned.row("tuned") + band.row("band") + percentile.row("p99"));
        assertThat(tuned.found).isGreaterThan(percentile.found);
        assertThat(tuned.found).isGreaterThanOrEqualTo((int) (0.9 * tuned.incidents));
        assertThat(tuned.inVain * 5).isLessThan(percentile.inVain);
        assertThat(tuned.inVain * 20).isLessThan(band.inVain);
        assertThat(tuned.worse).isZero();
    }
}
