package io.agentctl.control.rightsizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.agentctl.control.fargate.TaskSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bar of advice: measured series, advised on their past, judged on what followed. */
class AdviceOnRealSeriesTest {

    private static final Path REPORT = Path.of("target/advice-on-real-series.md");

    @BeforeEach
    void needTheSeries() {
        assumeThat(RealSeries.available())
                .as("skipped: the measured series are not in ../shared/data beside the repository")
                .isTrue();
    }

    @Test
    void theReferenceRulesCostWhatTheyAreKnownToCost() {
        List<BarCase> cases = BarCase.of(RealSeries.all());

        assertThat(cases).hasSize(36);
        BarResult rule = BarResult.of(cases, ReferenceRule.HOURLY_P99_PLUS_20);
        assertThat(rule.cost()).isCloseTo(0.882, within(0.0005));
        assertThat(rule.throttledShare()).isZero();
        BarResult krr = BarResult.of(cases, ReferenceRule.KRR_P95);
        assertThat(krr.cost()).isCloseTo(0.611, within(0.0005));
        assertThat(krr.throttledShare()).isCloseTo(0.056, within(0.0005));
        BarResult target = BarResult.of(cases, ReferenceRule.VPA_TARGET);
        assertThat(target.cost()).isCloseTo(0.778, within(0.0005));
        assertThat(target.throttledShare()).isCloseTo(0.056, within(0.0005));
    }

    @Test
    void adviceCostsLessThanTheRuleAndThrottlesNoMore() throws IOException {
        List<BarCase> cases = BarCase.of(RealSeries.all());
        BarResult rule = BarResult.of(cases, ReferenceRule.HOURLY_P99_PLUS_20);
        BarResult advice = BarResult.of(cases, AdviceOnRealSeriesTest::advised);
        Files.createDirectories(REPORT.getParent());
        Files.writeString(
                REPORT,
                BarResult.table(cases, advice, rule)
                        + String.format(
                                Locale.ROOT,
                                "%nTogether: advice %.4f and %.4f throttled, rule %.4f and %.4f, ratio %.4f%n",
                                advice.cost(),
                                advice.throttledShare(),
                                rule.cost(),
                                rule.throttledShare(),
                                advice.cost() / rule.cost()));

        assertThat(advice.throttledShare()).isLessThanOrEqualTo(rule.throttledShare());
        assertThat(advice.cost()).isLessThanOrEqualTo(0.95 * rule.cost());
        for (int index = 0; index < cases.size(); index++) {
            boolean dearer = advice.costs().get(index) > rule.costs().get(index);
            boolean slower = advice.throttled().get(index) > rule.throttled().get(index);
            assertThat(dearer && slower).as(cases.get(index).toString()).isFalse();
        }
    }

    private static TaskSize advised(BarCase past) {
        ServiceUsage usage = ServiceUsage.ofOneSize(past.cpu(), past.memory(), past.size());
        return new SizeAdviser(ReferenceRule.PRICES)
                .advise(usage, SizingConstraints.fixed(past.size(), 1, RiskAppetite.MEDIUM))
                .advised()
                .size();
    }
}
