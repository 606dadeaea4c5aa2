package io.agentctl.control.performance.regression;

import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.performance.LoadResult.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * A result as the stretches that it was measured in, warm-up left out. Requests that were in flight together had the
 * same fortune, so a request is no independent sample; a stretch nearly is.
 */
final class MeasuredBlocks {

    private static final double MICROS_PER_MILLI = 1000;

    /** A stretch: places of the latencies that were seen in it among all that were seen, and how often each was. */
    private static final class Block {
        private final int[] places;
        private final long[] counts;
        private final Interval interval;

        private Block(int[] places, long[] counts, Interval interval) {
            this.places = places;
            this.counts = counts;
            this.interval = interval;
        }
    }

    private final double[] millis;
    private final List<List<Block>> stages;

    private MeasuredBlocks(double[] millis, List<List<Block>> stages) {
        this.millis = millis;
        this.stages = stages;
    }

    static MeasuredBlocks of(LoadResult result) {
        SortedMap<Integer, List<Interval>> byStage = new TreeMap<>();
        for (Interval interval : result.intervals()) {
            boolean warmUp = interval.stage() < result.stages().size()
                    && result.stages().get(interval.stage()).warmUp();
            if (!warmUp && interval.seconds() > 0) {
                byStage.computeIfAbsent(interval.stage(), ignored -> new ArrayList<>())
                        .add(interval);
            }
        }
        List<List<Histogram>> histograms = byStage.values().stream()
                .map(intervals -> intervals.stream()
                        .map(interval -> interval.latency().micros())
                        .toList())
                .toList();
        long[] values = histograms.stream()
                .flatMap(List::stream)
                .flatMapToLong(histogram -> Arrays.stream(values(histogram)))
                .sorted()
                .distinct()
                .toArray();
        List<List<Block>> stages = new ArrayList<>();
        int stage = 0;
        for (List<Interval> intervals : byStage.values()) {
            List<Block> blocks = new ArrayList<>();
            for (int i = 0; i < intervals.size(); i++) {
                blocks.add(block(histograms.get(stage).get(i), values, intervals.get(i)));
            }
            stages.add(blocks);
            stage++;
        }
        return new MeasuredBlocks(
                Arrays.stream(values)
                        .mapToDouble(value -> value / MICROS_PER_MILLI)
                        .toArray(),
                stages);
    }

    private static long[] values(Histogram histogram) {
        List<Long> values = new ArrayList<>();
        for (HistogramIterationValue value : histogram.recordedValues()) {
            values.add(value.getValueIteratedTo());
        }
        return values.stream().mapToLong(Long::longValue).toArray();
    }

    private static Block block(Histogram histogram, long[] values, Interval interval) {
        int seen = values(histogram).length;
        int[] places = new int[seen];
        long[] counts = new long[seen];
        int next = 0;
        for (HistogramIterationValue value : histogram.recordedValues()) {
            places[next] = Arrays.binarySearch(values, value.getValueIteratedTo());
            counts[next++] = value.getCountAtValueIteratedTo();
        }
        return new Block(places, counts, interval);
    }

    /** How many stretches there are. */
    int size() {
        return stages.stream().mapToInt(List::size).sum();
    }

    List<Integer> stageSizes() {
        return stages.stream().map(List::size).toList();
    }

    /** All stretches once. */
    int[][] once() {
        return stages.stream()
                .map(blocks -> {
                    int[] weights = new int[blocks.size()];
                    Arrays.fill(weights, 1);
                    return weights;
                })
                .toArray(int[][]::new);
    }

    /**
     * The figures of the stretches, each as often as its weight says.
     *
     * @param weights for each stage, for each of its stretches
     */
    Tally tally(int[][] weights) {
        long[] counts = new long[millis.length];
        long failed = 0;
        double seconds = 0;
        for (int stage = 0; stage < weights.length; stage++) {
            for (int i = 0; i < weights[stage].length; i++) {
                int weight = weights[stage][i];
                if (weight == 0) {
                    continue;
                }
                Block block = stages.get(stage).get(i);
                for (int k = 0; k < block.places.length; k++) {
                    counts[block.places[k]] += weight * block.counts[k];
                }
                failed += weight * block.interval.failed();
                seconds += weight * block.interval.seconds();
            }
        }
        return new Tally(millis, counts, failed, seconds);
    }
}
