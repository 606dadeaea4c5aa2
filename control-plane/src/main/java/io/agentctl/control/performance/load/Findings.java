package io.agentctl.control.performance.load;

import io.agentctl.control.performance.Latencies;
import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.performance.LoadResult.End;
import io.agentctl.control.performance.LoadResult.Generator;
import io.agentctl.control.performance.LoadResult.Interval;
import io.agentctl.control.performance.LoadResult.StageResult;
import io.agentctl.control.performance.LoadResult.ThresholdOutcome;
import io.agentctl.control.performance.Measured;
import io.agentctl.control.performance.Verdicts;
import io.agentctl.control.performance.scenario.Scenario;
import io.agentctl.control.performance.scenario.Stage;
import io.agentctl.control.performance.threshold.Judge;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a run has found so far, or in the end. */
final class Findings {

    private static final double NANOS = 1e9;

    private final LoadRequest request;
    private final Sender sender;
    private final Instant started;
    private final long start;

    Findings(LoadRequest request, Sender sender, Instant started, long start) {
        this.request = request;
        this.sender = sender;
        this.started = started;
        this.start = start;
    }

    /** Who holds thresholds against it. */
    Judge judge() {
        return judge(stages());
    }

    LoadResult result(SelfWatch watch, long threadCpu) {
        List<StageResult> stages = stages();
        Judge judge = judge(stages);
        List<ThresholdOutcome> outcomes =
                request.thresholds().stream().map(judge::judge).toList();
        Generator generator = watch.end(sender, judge.total(), threadCpu);
        End end = end();
        Scenario scenario = request.scenario();
        return new LoadResult(
                LoadResult.KIND,
                new LoadResult.Scenario(scenario.name(), scenario.digest()),
                new LoadResult.Target(
                        scenario.request().method(),
                        request.url(),
                        scenario.request().protocol().toString()),
                started,
                started.plus(Duration.ofNanos(sender.finished() - start)),
                end,
                Verdicts.of(outcomes, generator, end),
                judge.total(),
                stages,
                intervals(),
                outcomes,
                generator,
                Optional.empty(),
                remarks(generator.lag(), judge.total().latency()));
    }

    private List<String> remarks(Latencies lag, Latencies latency) {
        List<String> remarks = new ArrayList<>(sender.account().remarks());
        LagRemark.of(lag, latency).ifPresent(remarks::add);
        return remarks;
    }

    private Judge judge(List<StageResult> stages) {
        List<Measured> measured = stages.stream()
                .filter(stage -> !stage.warmUp())
                .map(StageResult::measured)
                .toList();
        List<Interval> intervals = intervals().stream()
                .filter(interval ->
                        !request.scenario().stages().get(interval.stage()).warmUp())
                .toList();
        return new Judge(Measured.merged(measured), intervals);
    }

    private List<StageResult> stages() {
        List<StageRun> runs = sender.account().runs();
        List<StageRecord> records = sender.account().records();
        List<StageResult> results = new ArrayList<>();
        for (int index = 0; index < records.size() && index < runs.size(); index++) {
            Stage stage = request.scenario().stages().get(index);
            StageRun run = runs.get(index);
            long now = sender.nowOrStop();
            results.add(new StageResult(
                    stage.name(),
                    stage.load().toString(),
                    stage.warmUp(),
                    (run.start() - start) / NANOS,
                    records.get(index).measured(run.planned(now), seconds(run, records.get(index), now))));
        }
        return results;
    }

    /**
     * An open stage that kept its schedule lasted as long as the schedule: that the last answers came a little later
     * does not make its rate lower.
     */
    private static double seconds(StageRun run, StageRecord record, long now) {
        if (!run.isOpen()) {
            return record.seconds();
        }
        double length = (Math.min(now, run.end()) - run.start()) / NANOS;
        boolean kept =
                run.sent() == run.planned(now) && record.counts(0).errors().isEmpty();
        return kept ? length : Math.max(length, record.seconds());
    }

    private List<Interval> intervals() {
        List<StageRun> runs = sender.account().runs();
        List<StageRecord> records = sender.account().records();
        List<Interval> intervals = new ArrayList<>();
        for (int index = 0; index < records.size() && index < runs.size(); index++) {
            intervals.addAll(
                    records.get(index).intervals(index, (runs.get(index).start() - start) / NANOS));
        }
        return intervals;
    }

    private End end() {
        return switch (sender.stopped()) {
            case NONE -> End.COMPLETED;
            case INTERRUPTED -> End.INTERRUPTED;
            case ABORTED, REDIRECTED -> End.ABORTED;
            case CAPPED -> End.CAPPED;
        };
    }
}
