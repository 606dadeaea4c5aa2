package io.agentctl.control.performance.tasks;

import io.agentctl.control.performance.Counts;
import io.agentctl.control.performance.Latencies;
import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.performance.LoadResult.End;
import io.agentctl.control.performance.LoadResult.Generator;
import io.agentctl.control.performance.LoadResult.Interval;
import io.agentctl.control.performance.LoadResult.StageResult;
import io.agentctl.control.performance.LoadResult.ThresholdOutcome;
import io.agentctl.control.performance.Measured;
import io.agentctl.control.performance.Verdicts;
import io.agentctl.control.performance.load.LagRemark;
import io.agentctl.control.performance.scenario.Scenario;
import io.agentctl.control.performance.scenario.Stage;
import io.agentctl.control.performance.threshold.Judge;
import io.agentctl.control.performance.threshold.Threshold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The results of parts that were sent at the same time as one (pure). Histograms are added, which is exact:
 * HdrHistogram's buckets are the same everywhere. Thresholds are judged anew. One generator that was the limit makes
 * the whole inconclusive.
 */
final class MergedResult {

    private final Scenario scenario;
    private final List<LoadResult> parts;

    private MergedResult(Scenario scenario, List<LoadResult> parts) {
        this.scenario = scenario;
        this.parts = List.copyOf(parts);
    }

    /**
     * Merges.
     *
     * @param scenario the whole
     * @param parts at least one, by their numbers
     * @param thresholds that the whole is judged by
     * @param remarks what a reader must know besides
     */
    static LoadResult of(Scenario scenario, List<LoadResult> parts, List<Threshold> thresholds, List<String> remarks) {
        return new MergedResult(scenario, parts).merged(thresholds, remarks);
    }

    private LoadResult merged(List<Threshold> thresholds, List<String> more) {
        List<StageResult> stages = stages();
        List<Interval> intervals = intervals();
        Measured total = Measured.merged(stages.stream()
                .filter(stage -> !stage.warmUp())
                .map(StageResult::measured)
                .toList());
        Judge judge = new Judge(
                total,
                intervals.stream()
                        .filter(interval ->
                                !scenario.stages().get(interval.stage()).warmUp())
                        .toList());
        List<ThresholdOutcome> outcomes = thresholds.stream().map(judge::judge).toList();
        Generator generator = generator();
        End end = end();
        LoadResult first = parts.getFirst();
        List<String> remarks = new ArrayList<>(more);
        parts.stream()
                .flatMap(part -> part.remarks().stream())
                .filter(remark -> !LagRemark.is(remark))
                .distinct()
                .forEach(remarks::add);
        LagRemark.of(generator.lag(), total.latency()).ifPresent(remarks::add);
        return new LoadResult(
                LoadResult.KIND,
                new LoadResult.Scenario(scenario.name(), scenario.digest()),
                first.target(),
                parts.stream()
                        .map(LoadResult::started)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                parts.stream()
                        .map(LoadResult::ended)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                end,
                Verdicts.of(outcomes, generator, end),
                total,
                stages,
                intervals,
                outcomes,
                generator,
                Optional.empty(),
                remarks);
    }

    private List<StageResult> stages() {
        List<StageResult> stages = new ArrayList<>();
        for (int index = 0; index < scenario.stages().size(); index++) {
            int place = index;
            List<StageResult> same = parts.stream()
                    .filter(part -> part.stages().size() > place)
                    .map(part -> part.stages().get(place))
                    .toList();
            if (same.isEmpty()) {
                break;
            }
            Stage stage = scenario.stages().get(index);
            stages.add(new StageResult(
                    stage.name(),
                    stage.load().toString(),
                    stage.warmUp(),
                    same.stream().mapToDouble(StageResult::after).min().orElseThrow(),
                    together(same.stream().map(StageResult::measured).toList())));
        }
        return stages;
    }

    /** What was measured at the same time: it lasted as long as the longest of it. */
    private static Measured together(List<Measured> parts) {
        return new Measured(
                parts.stream().mapToDouble(Measured::seconds).max().orElse(0),
                parts.stream().map(Measured::counts).reduce(Counts.NONE, Counts::plus),
                merged(parts, Measured::latency),
                merged(parts, Measured::uncorrected),
                merged(parts, Measured::connect),
                merged(parts, Measured::tls),
                merged(parts, Measured::firstByte));
    }

    private static <T> Latencies merged(List<T> parts, Function<T, Latencies> figure) {
        return Latencies.merged(parts.stream().map(figure).toList());
    }

    /** Stretches of a stage are the same for all parts; a stretch is known by its stage and its place in it. */
    private List<Interval> intervals() {
        TreeMap<Long, List<Interval>> stretches = new TreeMap<>();
        for (LoadResult part : parts) {
            int stage = -1;
            int place = 0;
            for (Interval interval : part.intervals()) {
                place = interval.stage() == stage ? place + 1 : 0;
                stage = interval.stage();
                stretches
                        .computeIfAbsent(((long) stage << Integer.SIZE) + place, ignored -> new ArrayList<>())
                        .add(interval);
            }
        }
        return stretches.values().stream()
                .map(same -> new Interval(
                        same.getFirst().stage(),
                        same.stream().mapToDouble(Interval::after).min().orElseThrow(),
                        same.getFirst().seconds(),
                        same.stream().mapToLong(Interval::failed).sum(),
                        merged(same, Interval::latency)))
                .toList();
    }

    private Generator generator() {
        List<Generator> all = parts.stream().map(LoadResult::generator).toList();
        int processors = all.stream().mapToInt(Generator::processors).sum();
        List<String> reasons = new ArrayList<>();
        for (int index = 0; index < all.size(); index++) {
            String which = "task " + (index + 1) + ": ";
            all.get(index).reasons().forEach(reason -> reasons.add(which + reason));
        }
        return new Generator(
                processors,
                all.stream().mapToDouble(each -> each.cpu() * each.processors()).sum() / processors,
                all.stream().mapToLong(Generator::gcMillis).max().orElse(0),
                merged(all, Generator::lag),
                all.stream().mapToLong(Generator::late).sum(),
                all.stream().anyMatch(Generator::saturated),
                reasons);
    }

    /** The whole ended as the part that ended worst; a part that was stopped since another gave up is not why. */
    private End end() {
        List<End> ends = parts.stream().map(LoadResult::end).toList();
        for (End worst : List.of(End.ABORTED, End.INTERRUPTED, End.CAPPED)) {
            if (ends.contains(worst)) {
                return worst;
            }
        }
        return End.COMPLETED;
    }
}
