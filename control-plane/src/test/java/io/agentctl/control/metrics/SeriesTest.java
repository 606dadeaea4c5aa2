package io.agentctl.control.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SeriesTest {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final Duration FIVE = Duration.ofMinutes(5);

    @Test
    void anArrayChangedAfterwardsChangesNothing() {
        double[] values = {1, 2};
        Series series = Series.of(START, FIVE, values);
        values[0] = 9;
        series.toArray()[1] = 9;

        assertThat(series.toArray()).containsExactly(1, 2);
    }

    @Test
    void gapsCountAsPlacesButNotAsValues() {
        Series series = Series.of(START, FIVE, 4, Double.NaN, 2);

        assertThat(series.size()).isEqualTo(3);
        assertThat(series.present()).isEqualTo(2);
        assertThat(series.mean()).isEqualTo(3);
        assertThat(series.max()).isEqualTo(4);
        assertThat(series.quantile(0.5)).isEqualTo(2);
        assertThat(series.sorted()).containsExactly(2, 4);
        assertThat(series.end()).isEqualTo(START.plus(Duration.ofMinutes(15)));
    }

    @Test
    void aSliceByTimeTakesWhatBeginsWithinIt() {
        Series series = Series.of(START, FIVE, 1, 2, 3, 4);

        Series slice = series.slice(START.plusSeconds(1), START.plus(Duration.ofMinutes(15)));

        assertThat(slice).isEqualTo(Series.of(START.plus(FIVE), FIVE, 2, 3));
        assertThat(slice).hasSameHashCodeAs(Series.of(START.plus(FIVE), FIVE, 2, 3));
        assertThat(slice.slice(1, 2).value(0)).isEqualTo(3);
        assertThat(series.slice(START.minusSeconds(600), START)).isEqualTo(Series.empty(START, FIVE));
    }

    @Test
    void aCoarserSeriesGivesEachTimeTheValueOfItsPeriod() {
        Series hourly = Series.of(START, Duration.ofHours(1), 10, 20);
        Series grid = Series.of(START.plus(Duration.ofMinutes(50)), FIVE, 0, 0, 0, 0);

        assertThat(hourly.alignedTo(grid)).containsExactly(10, 10, 20, 20);
        assertThat(hourly.valueAt(START.minusSeconds(1))).isNaN();
        assertThat(hourly.valueAt(START.plus(Duration.ofHours(2)))).isNaN();
        assertThat(Series.of(START, FIVE, 1).alignedTo(grid)).containsOnly(Double.NaN);
    }

    @Test
    void whatIsNotMeasuredCannotBeInfinite() {
        assertThatIllegalArgumentException().isThrownBy(() -> Series.of(START, FIVE, Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException().isThrownBy(() -> Series.of(START, Duration.ZERO, 1));
        assertThat(Series.empty(START, FIVE).mean()).isNaN();
        assertThat(Series.empty(START, FIVE).max()).isNaN();
        assertThat(Series.empty(START, FIVE).isEmpty()).isTrue();
    }

    @Test
    void quantilesAreValuesThatWereMeasured() {
        double[] sorted = {1, 2, 3, 4};
        assertThat(Quantiles.of(sorted, 0)).isEqualTo(1);
        assertThat(Quantiles.of(sorted, 0.5)).isEqualTo(2);
        assertThat(Quantiles.of(sorted, 0.51)).isEqualTo(3);
        assertThat(Quantiles.of(sorted, 1)).isEqualTo(4);
        assertThat(Quantiles.of(new double[0], 0.5)).isNaN();
        assertThat(Quantiles.shareAbove(sorted, 2)).isEqualTo(0.5);
        assertThat(Quantiles.shareAbove(new double[0], 2)).isZero();
    }
}
