package io.agentctl.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SparklineTest {

    private static final double[] RISING = {0, 10, 25, 40, 55, 70, 85, 100};

    @Test
    void drawsBarsBetweenTheBounds() {
        assertThat(Sparkline.of(RISING, 0, 100, 8, Theme.PLAIN)).isEqualTo("▁▁▃▄▅▆▇█");
    }

    @Test
    void aTerminalWithoutUnicodeGetsAscii() {
        assertThat(Sparkline.of(RISING, 0, 100, 8, new Theme(false, false))).isEqualTo("__-=+*%#");
    }

    @Test
    void aLongSeriesKeepsItsPeaks() {
        double[] flatWithAPeak = new double[1000];
        flatWithAPeak[501] = 100;

        assertThat(Sparkline.of(flatWithAPeak, 0, 100, 10, Theme.PLAIN)).isEqualTo("▁▁▁▁▁█▁▁▁▁");
    }

    @Test
    void whatIsMissingIsAGapAndWhatIsBeyondIsTheBound() {
        assertThat(Sparkline.of(new double[] {Double.NaN, -5, 500}, 0, 100, 3, Theme.PLAIN))
                .isEqualTo(" ▁█");
    }
}
