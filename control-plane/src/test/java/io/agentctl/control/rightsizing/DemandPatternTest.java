package io.agentctl.control.rightsizing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is said of a rhythm. */
class DemandPatternTest {

    @Test
    void whatRepeatsAndWhatMovesIsSaidAndNothingElse() {
        assertThat(new DemandPattern(0.62, 0.2, 0.012, 0.35).words())
                .isEqualTo("62% of its ups and downs follow the time of day, 20% the day of the week;"
                        + " grows 1.2% a week; moved to another level, +35%");
        assertThat(new DemandPattern(0, 0.4, -0.03, 0).words())
                .isEqualTo("40% of its ups and downs follow the day of the week; shrinks 3.0% a week");
        assertThat(DemandPattern.NONE.words()).isEqualTo("no rhythm of days or weeks; no growth");
    }
}
