package io.agentctl.cli.perf;

import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.performance.scenario.Scenario.Written;
import io.agentctl.control.performance.threshold.ObjectiveThresholds;
import io.agentctl.control.performance.threshold.Threshold;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What a run is judged by. */
final class ThresholdOptions {

    @Option(
            names = "--threshold",
            paramLabel = "THRESHOLD",
            description = "What must hold, such as p95<500ms, errors<1%%, rate>50/s, p99<1s for 30s or"
                    + " slo:NAME; may be given again.")
    private List<String> thresholds = new ArrayList<>();

    /** Those that were given. */
    List<Threshold> given(ObjectiveThresholds reader) {
        return thresholds.stream()
                .map(text -> reader.parse(text, "--threshold", ErrorCode.USAGE))
                .toList();
    }

    /** Those of a scenario and those that were given. */
    List<Threshold> with(List<Written> ofScenario, ObjectiveThresholds reader) {
        List<Threshold> all = new ArrayList<>();
        ofScenario.forEach(written -> all.add(reader.parse(written.text(), written.source(), ErrorCode.BAD_DOCUMENT)));
        all.addAll(given(reader));
        return all;
    }
}
