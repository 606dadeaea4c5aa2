package io.agentctl.control.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.metrics.Series;
import io.agentctl.control.pricing.PriceTable;
import io.agentctl.control.pricing.PriceTables;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What services cost by the tasks that ran. */
class ServiceSpendTest {

    private static final double NONE = Double.NaN;
    private static final PriceTable PRICES = PriceTables.shipped().forRegion("us-east-1");

    @Test
    void oneOfTwoVcpusAndFourGigabytesCostsWhatAReaderCanWorkOut() {
        // 730 h × (2 × $0.04048 + 4 × $0.004445).
        assertThat(spend(60, 60).monthly().orElseThrow()).hasToString("$72.08");
    }

    @Test
    void samplesOfEveryMinuteAreTasks() {
        assertThat(spend(240, 240, 120, 120).tasks()).isEqualTo(3);
    }

    @Test
    void anHourWithoutSamplesHadNoTasks() {
        ServiceSpend asleep = spend(240, NONE, NONE, NONE);

        assertThat(asleep.tasks()).isEqualTo(1);
        assertThat(asleep.monthly().orElseThrow()).hasToString("$72.08");
    }

    @Test
    void ofTheTimeBeforeTheFirstSampleNothingIsSaid() {
        assertThat(spend(NONE, NONE, 120, 120).tasks()).isEqualTo(2);
    }

    @Test
    void whereNoneWasMeasuredThoseCountThatAreWanted() {
        ServiceSpend spend = spend(NONE, NONE);

        assertThat(spend.measured()).isFalse();
        assertThat(spend.tasks()).isEqualTo(4);
        assertThat(spend.setting()).isEqualTo("4.0 × 2048/4096 x86_64");
    }

    private static ServiceSpend spend(double... samples) {
        Series hours = Series.of(Observed.LONG_AGO, Duration.ofHours(1), samples);
        return ServiceSpend.of(Observed.service("api", null), hours, PRICES);
    }
}
