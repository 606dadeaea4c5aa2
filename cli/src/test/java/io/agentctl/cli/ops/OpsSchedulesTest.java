package io.agentctl.cli.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.schedules.ScheduleStanding.Outcome;
import io.agentctl.control.schedules.ScheduleStanding.Result;
import io.agentctl.control.schedules.Schedules;
import io.agentctl.control.schedules.Schedules.Found;
import io.agentctl.control.schedules.Schedules.Line;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpsSchedulesTest {

    private static final Instant EIGHT = Instant.parse("2026-11-24T08:00:00Z");

    private final CommandBench bench = new CommandBench();

    private String shown(Schedules found) {
        bench.run(new OpsSchedules((request, progress) -> found));
        return bench.out();
    }

    @Test
    void aRowForEachAndWhatIsToBeDone() {
        Line drift = new Line(
                "drift",
                "every 1h",
                "alarms as wanted by the project",
                EIGHT.plusSeconds(3600),
                Optional.of(EIGHT),
                Optional.of("run-1"),
                Optional.of(new Outcome(Result.FINDINGS, EIGHT, "1 finding")),
                List.of(new Found(
                        EIGHT,
                        "alarm acme-latency",
                        "was edited by hand: threshold is 1 and should be 2",
                        "agentctl alarms diff")));

        assertThat(shown(new Schedules(
                        Optional.of("host-1"),
                        List.of(drift, Line.first("nights", "every 5m", "windows of windows.yaml", EIGHT)))))
                .contains("drift", "2026-11-24T08:00:00Z", "1 finding", "2026-11-24T09:00:00Z", "Led by host-1.")
                .contains(
                        """
                        drift:
                          alarm acme-latency was edited by hand: threshold is 1 and should be 2, since 2026-11-24T08:00:00Z
                          Next: agentctl alarms diff
                        """);
    }

    @Test
    void whereNothingIsOrNobodyLeadsItSaysSo() {
        shown(Schedules.NONE);
        assertThat(bench.talk()).contains("No control plane has begun anything");

        shown(new Schedules(Optional.empty(), List.of(Line.first("nights", "every 5m", "windows", EIGHT))));
        assertThat(bench.talk()).contains("No control plane leads");
    }
}
