package io.agentctl.control.performance;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a load test found: the document that {@code perf load -o json} writes and all else reads.
 *
 * @param kind {@link #KIND}, by which such a document is known
 * @param scenario what was to be sent
 * @param target where to
 * @param started when the first request was to be sent
 * @param ended when the last one had ended
 * @param end how the run ended
 * @param verdict on its thresholds
 * @param total what was measured, without warm-up
 * @param stages the stages in order, warm-up too
 * @param intervals the course of the run in short stretches, in order
 * @param thresholds each with what was measured
 * @param generator whether the machine that sent kept up
 * @param resources what the target used meanwhile, where it was asked for
 * @param remarks what a reader must know about how the figures came about
 */
public record LoadResult(
        String kind,
        Scenario scenario,
        Target target,
        Instant started,
        Instant ended,
        End end,
        Verdict verdict,
        Measured total,
        List<StageResult> stages,
        List<Interval> intervals,
        List<ThresholdOutcome> thresholds,
        Generator generator,
        Optional<ResourceUse> resources,
        List<String> remarks) {

    /** The kind of document that this is. */
    public static final String KIND = "load-result";

    public LoadResult {
        stages = List.copyOf(stages);
        intervals = List.copyOf(intervals);
        thresholds = List.copyOf(thresholds);
        remarks = List.copyOf(remarks);
    }

    /** The same result, with what the target used meanwhile. */
    public LoadResult with(ResourceUse use) {
        return new LoadResult(
                kind,
                scenario,
                target,
                started,
                ended,
                end,
                verdict,
                total,
                stages,
                intervals,
                thresholds,
                generator,
                Optional.of(use),
                remarks);
    }

    /**
     * What was to be sent.
     *
     * @param name as its file or the command line has it
     * @param digest SHA-256 of everything that decides what is sent and when, but not where to; results with another
     *     one are not of the same test
     */
    public record Scenario(String name, String digest) {}

    /**
     * Where to.
     *
     * @param protocol {@code HTTP/1.1} or {@code HTTP/2}
     */
    public record Target(String method, URI url, String protocol) {}

    /** How a run ended. */
    public enum End {
        /** As the scenario says. */
        COMPLETED,
        /** By Ctrl-C. */
        INTERRUPTED,
        /** By a threshold that was missed, with {@code --abort-on-fail}. */
        ABORTED,
        /** By the cap on what may be sent. */
        CAPPED
    }

    /** What the thresholds say together. */
    public enum Verdict {
        /** All were met. */
        PASSED,
        /** One at least was missed. */
        MISSED,
        /** The generator was the limit, or the run was cut short: nothing follows about the target. */
        INCONCLUSIVE,
        /** There were none. */
        NONE
    }

    /**
     * A stage.
     *
     * @param load what it sends, in words, such as {@code 50/s}
     * @param warmUp whether it is left out of the total and of thresholds
     * @param after seconds from the start of the run to its own
     */
    public record StageResult(String name, String load, boolean warmUp, double after, Measured measured) {

        /** Its name, with a word of warning where it does not count. */
        public String title() {
            return warmUp && !name.contains("warm-up") ? name + " (warm-up)" : name;
        }
    }

    /**
     * A short stretch of a stage, by when its requests were to be sent.
     *
     * @param stage the place of its stage among the stages, from 0
     * @param after seconds from the start of the run
     * @param seconds how long it was
     * @param failed how many requests count as errors
     */
    public record Interval(int stage, double after, double seconds, long failed, Latencies latency) {}

    /**
     * A threshold, and what was measured against it.
     *
     * @param threshold as it was written
     * @param source where it was written
     * @param standing whether it was met
     * @param measured in words, with the unit
     */
    public record ThresholdOutcome(String threshold, String source, Standing standing, String measured) {}

    /** What became of one threshold. */
    public enum Standing {
        MET,
        MISSED,
        /** Nothing was measured that it speaks of. */
        UNKNOWN
    }

    /**
     * The machine that sent.
     *
     * @param processors of it
     * @param cpu the share of them that this program took, from 0 to 1
     * @param gcMillis how long it stood still to collect garbage, in all
     * @param lag by how much requests were sent later than they were to be
     * @param late how many were sent so late that the schedule was not kept
     * @param saturated whether the generator, not the target, was the limit
     * @param reasons why, in words
     */
    public record Generator(
            int processors,
            double cpu,
            long gcMillis,
            Latencies lag,
            long late,
            boolean saturated,
            List<String> reasons) {}
}
