package io.agentctl.control.performance;

import io.agentctl.control.performance.LoadResult.Generator;
import io.agentctl.control.performance.LoadResult.Interval;
import io.agentctl.control.performance.LoadResult.StageResult;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * Results of runs that never were: intervals of five seconds at 40 requests a second, lognormal latencies around 50
 * milliseconds whose level wanders from interval to interval as that of a real service does.
 *
 * @param seed of chance
 * @param intervals how many
 * @param slower what latencies are multiplied by
 * @param failing the share of requests that fail
 * @param stalling the interval whose requests take ten times as long; -1 for none
 * @param isSaturated whether the generator was the limit
 * @param digest of the scenario
 * @param started when
 */
public record SimulatedResult(
        long seed,
        int intervals,
        double slower,
        double failing,
        int stalling,
        boolean isSaturated,
        String digest,
        Instant started) {

    private static final int REQUESTS = 200;
    private static final double SECONDS = 5;
    private static final double USUAL_MICROS = 50_000;

    public static SimulatedResult of(long seed) {
        return new SimulatedResult(seed, 60, 1, 0, -1, false, "sha256:0123", Instant.parse("2026-03-01T10:00:00Z"));
    }

    public SimulatedResult intervals(int count) {
        return new SimulatedResult(seed, count, slower, failing, stalling, isSaturated, digest, started);
    }

    public SimulatedResult slower(double factor) {
        return new SimulatedResult(seed, intervals, factor, failing, stalling, isSaturated, digest, started);
    }

    public SimulatedResult failing(double share) {
        return new SimulatedResult(seed, intervals, slower, share, stalling, isSaturated, digest, started);
    }

    public SimulatedResult stalling(int interval) {
        return new SimulatedResult(seed, intervals, slower, failing, interval, isSaturated, digest, started);
    }

    public SimulatedResult saturated() {
        return new SimulatedResult(seed, intervals, slower, failing, stalling, true, digest, started);
    }

    public SimulatedResult scenario(String other) {
        return new SimulatedResult(seed, intervals, slower, failing, stalling, isSaturated, other, started);
    }

    public SimulatedResult at(Instant time) {
        return new SimulatedResult(seed, intervals, slower, failing, stalling, isSaturated, digest, time);
    }

    public LoadResult made() {
        Random random = new Random(seed);
        List<Interval> course = new ArrayList<>();
        Histogram all = Latencies.empty();
        long failed = 0;
        double wandering = 0;
        for (int i = 0; i < intervals; i++) {
            wandering = 0.4 * wandering + 0.04 * random.nextGaussian();
            Histogram latencies = Latencies.empty();
            long failures = 0;
            for (int request = 0; request < REQUESTS; request++) {
                double micros = USUAL_MICROS
                        * slower
                        * (i == stalling ? 10 : 1)
                        * Math.exp(wandering + 0.3 * random.nextGaussian());
                latencies.recordValue((long) micros);
                failures += random.nextDouble() < failing ? 1 : 0;
            }
            all.add(latencies);
            failed += failures;
            course.add(new Interval(0, i * SECONDS, SECONDS, failures, Latencies.of(latencies)));
        }
        return result(course, all, failed);
    }

    private LoadResult result(List<Interval> course, Histogram all, long failed) {
        Latencies latency = Latencies.of(all);
        Latencies none = Latencies.of(Latencies.empty());
        long requests = all.getTotalCount();
        Counts counts = new Counts(
                requests,
                requests,
                failed,
                new TreeMap<>(Map.of("200", requests - failed, "500", failed)),
                new TreeMap<>(),
                new TreeMap<>(),
                0,
                1);
        double seconds = intervals * SECONDS;
        Measured total = new Measured(seconds, counts, latency, latency, none, none, latency);
        return new LoadResult(
                LoadResult.KIND,
                new LoadResult.Scenario("baseline", digest),
                new LoadResult.Target("GET", URI.create("https://agents.example.com/health"), "HTTP/1.1"),
                started,
                started.plus(Duration.ofSeconds((long) seconds)),
                LoadResult.End.COMPLETED,
                LoadResult.Verdict.PASSED,
                total,
                List.of(new StageResult("steady", "40/s", false, 0, total)),
                course,
                List.of(),
                new Generator(2, 0.1, 0, none, 0, isSaturated, List.of()),
                Optional.empty(),
                List.of());
    }
}
