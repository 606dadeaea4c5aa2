package io.agentctl.control.performance.tasks;

import io.agentctl.control.UseCase;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.performance.LoadResultReader;
import io.agentctl.control.performance.load.LoadRequest;
import io.agentctl.control.performance.scenario.Part;
import io.agentctl.control.performance.scenario.Stage;
import io.agentctl.control.performance.tasks.TaskGateway.Placement;
import io.agentctl.control.performance.threshold.Figure;
import io.agentctl.control.performance.threshold.Threshold;
import io.agentctl.control.progress.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Has a load sent by tasks of ECS, each of which sends its part, and makes one result of theirs. The tasks are stopped
 * when something fails or the caller asks to stop; should this program be killed, they stop within a minute.
 */
public final class LoadOnTasks implements UseCase<LoadOnTasks.Request, LoadResult> {

    /** How many tasks a run may have. */
    public static final int MOST_TASKS = 50;

    private final TaskGateway tasks;
    private final Supplier<String> region;
    private final Boards boards;
    private final Clock clock;

    LoadOnTasks(TaskGateway tasks, Supplier<String> region, Boards boards, Clock clock) {
        this.tasks = tasks;
        this.region = region;
        this.boards = boards;
        this.clock = clock;
    }

    /** Opens the board of a run. */
    interface Boards {
        Board open(String run);

        /** The table that they are in. */
        String table();
    }

    /**
     * What is to be sent, and by whom.
     *
     * @param load the whole
     * @param tasks how many, 1 to {@link #MOST_TASKS}
     * @param place where they run
     * @param startWithin how long they may take until all are ready
     */
    public record Request(LoadRequest load, int tasks, TaskPlace place, Duration startWithin) {

        /** @throws AgentctlException USAGE if it cannot be divided so */
        public Request {
            if (tasks < 1 || tasks > MOST_TASKS) {
                throw new AgentctlException(
                        ErrorCode.USAGE, "--tasks is from 1 to " + MOST_TASKS + ", not " + tasks, "");
            }
            for (Stage stage : load.scenario().stages()) {
                if (stage.load().most() < tasks) {
                    throw new AgentctlException(
                            ErrorCode.USAGE,
                            "stage " + stage.name() + " has " + stage.load().most() + " at a time, fewer than the "
                                    + tasks + " tasks that are to share it",
                            "Use at most " + stage.load().most() + " tasks.");
                }
            }
        }
    }

    /**
     * Runs.
     *
     * @throws AgentctlException FAILED if a task does not come up or stops early; what a task failed with; INTERRUPTED
     *     if the caller asks to stop before all are ready
     */
    @Override
    public LoadResult run(Request request, ProgressListener progress) {
        Placement placement = tasks.placement(request.place());
        String run = Long.toHexString(RandomGenerator.getDefault().nextLong() >>> 16);
        Board board = boards.open(run);
        Map<Integer, String> started = new TreeMap<>();
        Following following = new Following(request, placement, board, tasks, clock, progress);
        try {
            board.assign(assignment(request.load()));
            for (int number = 0; number < request.tasks(); number++) {
                Part part = new Part(number, request.tasks());
                started.put(number, tasks.start(placement, run, part, command(run, part)));
                progress.advance("tasks started", number + 1, request.tasks());
            }
            List<Report> reports = following.follow(started);
            return merged(request, board, reports);
        } finally {
            stopAll(placement, started, following, progress);
            board.clear();
        }
    }

    private List<String> command(String run, Part part) {
        return List.of(
                "perf", "worker", run, "--part", part.toString(), "--table", boards.table(), "--region", region.get());
    }

    private LoadResult merged(Request request, Board board, List<Report> reports) {
        List<LoadResult> parts = new ArrayList<>();
        for (Report report : reports) {
            parts.add(LoadResultReader.read("the result of task " + (report.part() + 1), board.result(report)));
        }
        List<String> remarks = new ArrayList<>();
        remarks.add(
                "Sent by " + request.tasks() + " tasks of " + request.place().taskDefinition() + " in cluster "
                        + request.place().cluster() + ".");
        if (parts.size() < request.tasks()) {
            remarks.add(
                    "Only " + parts.size() + " of " + request.tasks() + " tasks left a result when they were stopped.");
        }
        return MergedResult.of(request.load().scenario(), parts, request.load().thresholds(), remarks);
    }

    /** A task that has left its result ends by itself. */
    private void stopAll(
            Placement placement, Map<Integer, String> started, Following following, ProgressListener progress) {
        started.forEach((number, arn) -> {
            if (!following.over(number)) {
                try {
                    tasks.stop(placement, arn);
                } catch (AgentctlException failure) {
                    progress.say("Task " + arn + " could not be stopped: " + failure.getMessage()
                            + ". It stops by itself within a minute.");
                }
            }
        });
    }

    private static Assignment assignment(LoadRequest load) {
        String authorities = load.authorities()
                .map(file -> {
                    try {
                        return Files.readString(file);
                    } catch (IOException e) {
                        throw new AgentctlException(
                                ErrorCode.NOT_FOUND, "cannot read " + file + " as text", "--ca takes PEM.", null, e);
                    }
                })
                .orElse("");
        List<String> abortOn = load.abortOnFail()
                ? load.thresholds().stream()
                        .filter(LoadOnTasks::saysOfParts)
                        .map(Threshold::text)
                        .toList()
                : List.of();
        return new Assignment(load.scenario(), load.url(), load.cap(), authorities, abortOn);
    }

    /** Whether a threshold of the whole can be held against a part: rates and numbers are of the whole alone. */
    private static boolean saysOfParts(Threshold threshold) {
        return switch (threshold.figure()) {
            case Figure.Percentile ignored -> true;
            case Figure.Latency ignored -> true;
            case Figure.Errors errors -> errors.share();
            case Figure.Status status -> status.share();
            case Figure.Rate ignored -> false;
        };
    }
}
