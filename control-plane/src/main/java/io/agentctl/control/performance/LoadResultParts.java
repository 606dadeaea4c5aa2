package io.agentctl.control.performance;

import io.agentctl.control.json.JsonPart;
import io.agentctl.control.performance.LoadResult.Generator;
import io.agentctl.control.performance.LoadResult.Interval;
import io.agentctl.control.performance.LoadResult.StageResult;
import io.agentctl.control.performance.LoadResult.Standing;
import io.agentctl.control.performance.LoadResult.ThresholdOutcome;
import java.util.List;

/** The parts of a result, read from JSON. */
final class LoadResultParts {

    private LoadResultParts() {}

    static Measured measured(JsonPart part) {
        return new Measured(
                part.number("seconds"),
                counts(part.member("counts")),
                latencies(part.member("latency")),
                latencies(part.member("uncorrected")),
                latencies(part.member("connect")),
                latencies(part.member("tls")),
                latencies(part.member("firstByte")));
    }

    static StageResult stage(JsonPart part) {
        return new StageResult(
                part.text("name"),
                part.text("load"),
                part.flag("warmUp"),
                part.number("after"),
                measured(part.member("measured")));
    }

    static Interval interval(JsonPart part) {
        return new Interval(
                part.integer("stage"),
                part.number("after"),
                part.number("seconds"),
                part.whole("failed"),
                latencies(part.member("latency")));
    }

    static ThresholdOutcome threshold(JsonPart part) {
        return new ThresholdOutcome(
                part.text("threshold"),
                part.text("source"),
                part.word("standing", Standing.class),
                part.text("measured"));
    }

    static Generator generator(JsonPart part) {
        return new Generator(
                part.integer("processors"),
                part.number("cpu"),
                part.whole("gcMillis"),
                latencies(part.member("lag")),
                part.whole("late"),
                part.flag("saturated"),
                texts(part, "reasons"));
    }

    static ResourceUse resources(JsonPart part) {
        List<ResourceUse.Use> uses = part.member("uses").items().stream()
                .map(use -> new ResourceUse.Use(
                        use.text("resource"),
                        use.text("metric"),
                        use.text("unit"),
                        use.number("average"),
                        use.number("peak")))
                .toList();
        return new ResourceUse(uses, texts(part, "remarks"));
    }

    static List<String> texts(JsonPart part, String name) {
        return part.member(name).items().stream().map(JsonPart::text).toList();
    }

    /** The histogram is read at once, so that a damaged one is known where its place is known. */
    private static Latencies latencies(JsonPart part) {
        return part.made(LoadResultParts::checked);
    }

    private static Latencies checked(JsonPart part) {
        Latencies read = new Latencies(
                part.whole("count"),
                part.number("mean"),
                part.number("min"),
                part.number("p50"),
                part.number("p90"),
                part.number("p95"),
                part.number("p99"),
                part.number("p999"),
                part.number("max"),
                part.text("histogram"));
        long recorded = read.micros().getTotalCount();
        if (recorded != read.count()) {
            throw new IllegalArgumentException("the histogram has " + recorded + ", not " + read.count());
        }
        return read;
    }

    private static Counts counts(JsonPart part) {
        return new Counts(
                part.whole("planned"),
                part.whole("sent"),
                part.whole("failed"),
                part.tallies("statuses"),
                part.tallies("errors"),
                part.tallies("checks"),
                part.whole("bytes"),
                part.whole("connections"));
    }
}
