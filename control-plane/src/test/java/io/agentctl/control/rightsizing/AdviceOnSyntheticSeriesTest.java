package io.agentctl.control.rightsizing;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.fargate.TaskSize;
import io.agentctl.control.metrics.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The comparison on which the method's constants were chosen: many loads of known kinds, none of them measured. */
class AdviceOnSyntheticSeriesTest {

    private static final Path REPORT = Path.of("target/advice-on-synthetic-series.md");
    private static final int LOADS = 150;

    @Test
    void onLoadsOfManyKindsAdviceCostsLessThanTheRuleAndThrottlesLess() throws IOException {
        List<BarCase> cases = BarCase.of(LongStream.range(0, LOADS)
                .mapToObj(seed -> new RealSeries("load " + seed, usage(SyntheticLoad.random(seed))))
                .toList());
        StringBuilder report = new StringBuilder(
                """
                | rule | cost | throttled minutes |
                | --- | --- | --- |
                """);
        Map<RiskAppetite, BarResult> results = new EnumMap<>(RiskAppetite.class);
        for (RiskAppetite appetite : RiskAppetite.values()) {
            results.put(appetite, judge(report, "advice, risk " + appetite, cases, past -> advised(past, appetite)));
        }
        BarResult rule = judge(report, "highest hourly p99 plus 20 %", cases, ReferenceRule.HOURLY_P99_PLUS_20);
        judge(report, "krr, p95", cases, ReferenceRule.KRR_P95);
        judge(report, "VPA target", cases, ReferenceRule.VPA_TARGET);
        Files.createDirectories(REPORT.getParent());
        Files.writeString(REPORT, report);

        BarResult medium = results.get(RiskAppetite.MEDIUM);
        assertThat(medium.cost()).isLessThan(0.95 * rule.cost());
        assertThat(medium.throttledShare()).isLessThan(rule.throttledShare());
        assertThat(results.get(RiskAppetite.LOW).throttledShare()).isLessThanOrEqualTo(medium.throttledShare());
        assertThat(results.get(RiskAppetite.HIGH).cost()).isLessThan(medium.cost());
    }

    private static BarResult judge(
            StringBuilder report, String name, List<BarCase> cases, Function<BarCase, TaskSize> rule) {
        BarResult result = BarResult.of(cases, rule);
        report.append(String.format(
                Locale.ROOT, "| %s | %.3f | %.3f %% |%n", name, result.cost(), result.throttledShare() * 100));
        return result;
    }

    private static CsvUsage usage(SyntheticLoad load) {
        Series cpu = load.percent();
        return new CsvUsage(cpu, Series.empty(cpu.start(), cpu.period()), List.of());
    }

    private static TaskSize advised(BarCase past, RiskAppetite appetite) {
        ServiceUsage usage = ServiceUsage.ofOneSize(past.cpu(), past.memory(), past.size());
        return new SizeAdviser(ReferenceRule.PRICES)
                .advise(usage, SizingConstraints.fixed(past.size(), 1, appetite))
                .advised()
                .size();
    }
}
