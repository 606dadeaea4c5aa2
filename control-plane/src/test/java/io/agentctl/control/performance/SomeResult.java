package io.agentctl.control.performance;

import io.agentctl.control.performance.LoadResult.Generator;
import io.agentctl.control.performance.LoadResult.Interval;
import io.agentctl.control.performance.LoadResult.StageResult;
import io.agentctl.control.performance.LoadResult.Standing;
import io.agentctl.control.performance.LoadResult.ThresholdOutcome;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** A result as a run of ten seconds makes it. */
public final class SomeResult {

    private SomeResult() {}

    /** 500 answers of 1 to 500 milliseconds, two of which failed. */
    public static LoadResult typical() {
        Measured measured = new Measured(
                10,
                new Counts(
                        502,
                        502,
                        2,
                        new TreeMap<>(Map.of("200", 500L)),
                        new TreeMap<>(Map.of("timeout", 2L)),
                        new TreeMap<>(),
                        64_000,
                        3),
                millis(1, 500),
                millis(1, 400),
                millis(1, 3),
                millis(1, 0),
                millis(1, 300));
        return new LoadResult(
                LoadResult.KIND,
                new LoadResult.Scenario("baseline", "sha256:0123"),
                new LoadResult.Target("POST", URI.create("https://agents.example.com/dispatch"), "HTTP/1.1"),
                Instant.parse("2026-03-01T10:00:00Z"),
                Instant.parse("2026-03-01T10:00:10.250Z"),
                LoadResult.End.COMPLETED,
                LoadResult.Verdict.PASSED,
                measured,
                List.of(new StageResult("steady", "50/s", false, 0, measured)),
                List.of(new Interval(0, 0, 5, 0, millis(1, 250)), new Interval(0, 5, 5, 2, millis(251, 500))),
                List.of(new ThresholdOutcome("p95<500ms", "--threshold", Standing.MET, "475 ms")),
                new Generator(2, 0.12, 14, millis(0, 2), 0, false, List.of()),
                Optional.of(new ResourceUse(
                        List.of(new ResourceUse.Use("service api", "CPU", "%", 41.5, 77)),
                        List.of("function acme-governance was not read"))),
                List.of());
    }

    /** One of each number of milliseconds in a range. */
    public static Latencies millis(int from, int to) {
        Histogram histogram = Latencies.empty();
        for (int milli = from; milli <= to; milli++) {
            histogram.recordValue(milli * 1000L);
        }
        return Latencies.of(histogram);
    }
}
