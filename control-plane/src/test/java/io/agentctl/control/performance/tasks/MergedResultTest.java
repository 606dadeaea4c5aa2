package io.agentctl.control.performance.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.performance.Latencies;
import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.performance.LoadResult.Generator;
import io.agentctl.control.performance.LoadResult.Verdict;
import io.agentctl.control.performance.SomeResult;
import io.agentctl.control.performance.scenario.Scenario;
import io.agentctl.control.performance.scenario.ScenarioReader;
import io.agentctl.control.performance.threshold.Threshold;
import io.agentctl.control.performance.threshold.ThresholdParser;
import java.nio.file.Path;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class MergedResultTest {

    private static final Scenario SCENARIO =
            ScenarioReader.parse("x.yaml", "stages: [{name: steady, rate: 100/s, duration: 10s}]", Path.of(""));
    private static final Threshold THRESHOLD = ThresholdParser.parse("rate>90/s", "--threshold", ErrorCode.USAGE);

    @Test
    void countsAndHistogramsAreSumsAndTimeIsNot() {
        LoadResult one = SomeResult.typical();

        LoadResult merged = MergedResult.of(SCENARIO, List.of(one, one), List.of(THRESHOLD), List.of());

        Histogram expected = one.total().latency().micros();
        expected.add(one.total().latency().micros());
        assertThat(merged.total().latency()).isEqualTo(Latencies.of(expected));
        assertThat(merged.total().counts().sent()).isEqualTo(1004);
        assertThat(merged.total().counts().statuses()).containsEntry("200", 1000L);
        assertThat(merged.total().seconds()).isEqualTo(10);
        assertThat(merged.intervals()).hasSize(2);
        assertThat(merged.intervals().getLast().failed()).isEqualTo(4);
        assertThat(merged.generator().processors()).isEqualTo(4);
        assertThat(merged.thresholds().getFirst().measured()).contains("100");
        assertThat(merged.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(merged.scenario().digest()).isEqualTo(SCENARIO.digest());
    }

    @Test
    void oneSaturatedGeneratorMakesTheWholeInconclusive() {
        LoadResult one = SomeResult.typical();
        LoadResult tired = new LoadResult(
                one.kind(),
                one.scenario(),
                one.target(),
                one.started(),
                one.ended(),
                one.end(),
                one.verdict(),
                one.total(),
                one.stages(),
                one.intervals(),
                one.thresholds(),
                new Generator(2, 1, 0, one.generator().lag(), 400, true, List.of("no processor was left")),
                one.resources(),
                List.of("a remark"));

        LoadResult merged = MergedResult.of(SCENARIO, List.of(one, tired), List.of(THRESHOLD), List.of("first"));

        assertThat(merged.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(merged.generator().reasons()).containsExactly("task 2: no processor was left");
        assertThat(merged.remarks()).containsExactly("first", "a remark");
    }
}
