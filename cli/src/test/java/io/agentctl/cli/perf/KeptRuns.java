package io.agentctl.cli.perf;

import io.agentctl.control.json.RecordTree;
import io.agentctl.control.performance.Counts;
import io.agentctl.control.performance.Latencies;
import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.performance.LoadResult.Generator;
import io.agentctl.control.performance.LoadResult.Interval;
import io.agentctl.control.performance.LoadResult.StageResult;
import io.agentctl.control.performance.Measured;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** Results in files, as runs of a minute leave them. */
final class KeptRuns {

    private static final int INTERVALS = 12;
    private static final int SECONDS = 5;
    private static final int REQUESTS = 200;

    private KeptRuns() {}

    /** Writes a result whose usual latency is given in milliseconds. */
    static void write(Path file, String digest, String started, double millis, long seed) throws IOException {
        Random random = new Random(seed);
        List<Interval> course = new ArrayList<>();
        Histogram all = Latencies.empty();
        for (int i = 0; i < INTERVALS; i++) {
            Histogram part = Latencies.empty();
            double level = millis * 1000 * Math.exp(0.02 * random.nextGaussian());
            for (int request = 0; request < REQUESTS; request++) {
                part.recordValue((long) (level * Math.exp(0.2 * random.nextGaussian())));
            }
            all.add(part);
            course.add(new Interval(0, i * SECONDS, SECONDS, 0, Latencies.of(part)));
        }
        Latencies none = Latencies.of(Latencies.empty());
        long requests = all.getTotalCount();
        Counts counts = new Counts(
                requests, requests, 0, new TreeMap<>(Map.of("200", requests)), new TreeMap<>(), new TreeMap<>(), 0, 1);
        Measured total =
                new Measured(INTERVALS * SECONDS, counts, Latencies.of(all), Latencies.of(all), none, none, none);
        Instant begun = Instant.parse(started);
        LoadResult result = new LoadResult(
                LoadResult.KIND,
                new LoadResult.Scenario("baseline", digest),
                new LoadResult.Target("GET", URI.create("https://agents.example.com/health"), "HTTP/1.1"),
                begun,
                begun.plusSeconds(INTERVALS * SECONDS),
                LoadResult.End.COMPLETED,
                LoadResult.Verdict.PASSED,
                total,
                List.of(new StageResult("steady", "40/s", false, 0, total)),
                course,
                List.of(),
                new Generator(2, 0.1, 0, none, 0, false, List.of()),
                Optional.empty(),
                List.of());
        Files.writeString(file, RecordTree.document(result).toPrettyString());
    }
}
