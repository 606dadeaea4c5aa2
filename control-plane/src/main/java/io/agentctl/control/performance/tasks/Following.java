package io.agentctl.control.performance.tasks;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.performance.Latencies;
import io.agentctl.control.performance.load.LiveCourse;
import io.agentctl.control.performance.tasks.Report.State;
import io.agentctl.control.performance.tasks.TaskGateway.Placement;
import io.agentctl.control.progress.ProgressListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/** Looks after the tasks of a run until all are over: lets them begin together, shows how it goes, notices the lost. */
final class Following {

    private static final Duration POLL = Duration.ofSeconds(1);
    /** How often ECS is asked whether a task is gone, in polls. */
    private static final int LOOK = 5;
    /** How far ahead the beginning is set: each task hears of it within a second, and then connects once. */
    private static final Duration LEAD = Duration.ofSeconds(4);
    /** How long results are waited for once the tasks were asked to stop. */
    private static final Duration LAST = Duration.ofSeconds(20);

    private final LoadOnTasks.Request request;
    private final Placement placement;
    private final Board board;
    private final TaskGateway tasks;
    private final Clock clock;
    private final ProgressListener progress;
    private final LiveCourse course;
    private final Map<Integer, Report> latest = new HashMap<>();
    private Orders orders = new Orders(0, Optional.empty(), false);
    /** Until when results are waited for; for as long as it takes unless tasks were asked to stop. */
    private Instant last = Instant.MAX;

    Following(
            LoadOnTasks.Request request,
            Placement placement,
            Board board,
            TaskGateway tasks,
            Clock clock,
            ProgressListener progress) {
        this.request = request;
        this.placement = placement;
        this.board = board;
        this.tasks = tasks;
        this.clock = clock;
        this.progress = progress;
        this.course = new LiveCourse(request.load().scenario().request().timeout());
    }

    /** Whether a task has left its result or its failure. */
    boolean over(int number) {
        Report report = latest.get(number);
        return report != null && report.over();
    }

    /**
     * Follows.
     *
     * @param started the tasks' ARNs by their numbers
     * @return the reports of those that left a result, by their numbers
     */
    List<Report> follow(Map<Integer, String> started) {
        Instant latestStart = clock.instant().plus(request.startWithin());
        for (int poll = 0; latest.values().stream().filter(Report::over).count() < started.size(); poll++) {
            orders = orders.next();
            board.order(orders);
            List<Report> news = take(board.reports());
            failed().ifPresent(report -> {
                throw failure(report);
            });
            if (poll % LOOK == LOOK - 1) {
                requireAlive(started);
            }
            if (orders.begin().isEmpty()) {
                awaitAll(started.size(), latestStart);
            } else {
                show(news);
                endEarly();
                if (clock.instant().isAfter(last)) {
                    break;
                }
            }
            pause();
        }
        return latest.values().stream()
                .filter(report -> report.state() == State.DONE)
                .sorted(Comparator.comparing(Report::part))
                .toList();
    }

    /** The caller's asking to stop must not cut the pauses short once it is heard. */
    private void pause() {
        if (!progress.cancellation().requested()) {
            progress.cancellation().sleep(POLL);
            return;
        }
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Report> take(List<Report> reports) {
        List<Report> news = new ArrayList<>();
        for (Report report : reports) {
            Report before = latest.put(report.part(), report);
            if (before == null || before.sequence() != report.sequence()) {
                news.add(report);
            }
        }
        return news;
    }

    private Optional<Report> failed() {
        return latest.values().stream()
                .filter(report -> report.state() == State.FAILED)
                .findFirst();
    }

    private static AgentctlException failure(Report report) {
        ErrorCode code;
        try {
            code = ErrorCode.valueOf(report.code());
        } catch (IllegalArgumentException ofAnotherVersion) {
            code = ErrorCode.FAILED;
        }
        return new AgentctlException(
                code, "task " + (report.part() + 1) + " of the load: " + report.detail(), "All tasks were stopped.");
    }

    private void requireAlive(Map<Integer, String> started) {
        List<TaskGateway.Gone> gone = tasks.gone(placement, List.copyOf(started.values()));
        take(board.reports());
        started.forEach((number, arn) -> gone.stream()
                .filter(task -> task.arn().equals(arn) && !over(number))
                .findFirst()
                .ifPresent(task -> {
                    throw new AgentctlException(
                            ErrorCode.FAILED,
                            "task " + (number + 1) + " of the load has stopped: " + task.why() + " (" + arn + ")",
                            "Its log says why; the other tasks were stopped.");
                }));
    }

    private void awaitAll(int all, Instant latestStart) {
        if (progress.cancellation().requested()) {
            throw new AgentctlException(
                    ErrorCode.INTERRUPTED, "interrupted before the load began", "All tasks were stopped.");
        }
        progress.advance("tasks ready", latest.size(), all);
        if (latest.size() == all) {
            orders = orders.beginning(clock.instant().plus(LEAD));
            board.order(orders);
        } else if (clock.instant().isAfter(latestStart)) {
            throw new AgentctlException(
                    ErrorCode.FAILED,
                    latest.size() + " of " + all + " tasks of the load were ready after "
                            + request.startWithin().toSeconds() + " s",
                    "All were stopped. Look at their logs; where they take long to start, raise --timeout.");
        }
    }

    /** When somebody asks to stop, or one task has missed a threshold, all stop. */
    private void endEarly() {
        boolean asked = progress.cancellation().requested();
        boolean someDone = request.load().abortOnFail()
                && latest.values().stream().anyMatch(report -> report.state() == State.DONE)
                && clock.instant().isBefore(plannedEnd());
        if (!orders.stop() && (asked || someDone)) {
            orders = orders.stopping();
            board.order(orders);
            last = clock.instant().plus(LAST);
        }
    }

    private Instant plannedEnd() {
        return request.load()
                .scenario()
                .length()
                .flatMap(length -> orders.begin().map(begin -> begin.plus(length)))
                .orElse(Instant.MIN);
    }

    private void show(List<Report> news) {
        Histogram ended = Latencies.empty();
        long failed = 0;
        for (Report report : news) {
            failed += report.failed();
            if (!report.latency().isEmpty()) {
                ended.add(new Latencies(0, 0, 0, 0, 0, 0, 0, 0, 0, report.latency()).micros());
            }
        }
        Latencies latency = Latencies.of(ended);
        long seconds = orders.begin()
                .map(begin -> Duration.between(begin, clock.instant()).toSeconds())
                .orElse(0L);
        int total = (int) Math.max(
                1, request.load().scenario().length().map(Duration::toSeconds).orElse(seconds + 1));
        String figures = course.add(latency, failed, 1);
        progress.course(
                "s  " + request.tasks() + " tasks  " + figures,
                Math.clamp(seconds, 0, total - 1),
                total,
                course.heights());
    }
}
