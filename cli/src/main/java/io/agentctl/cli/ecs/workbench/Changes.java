package io.agentctl.cli.ecs.workbench;

import io.agentctl.alarm.AlarmState;
import io.agentctl.cli.ecs.workbench.Rollout.Stage;
import io.agentctl.control.alarms.upkeep.ListAlarms;
import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.apply.Following;
import io.agentctl.control.ecs.Services;
import io.agentctl.control.ecs.ShowTasks;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.journal.OperationId;
import io.agentctl.control.journal.UndoMode;
import io.agentctl.control.ops.ListOperations;
import io.agentctl.control.ops.UndoOperation;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.ResourceId;
import io.agentctl.control.plan.ResourcePlan;
import io.agentctl.control.plan.Target;
import io.agentctl.control.progress.Cancellation;
import io.agentctl.control.progress.ProgressEvent;
import io.agentctl.control.progress.ProgressListener;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Carries out a change and rolls it back, each on a thread of its own, and tells what happens meanwhile. */
final class Changes {

    private static final Duration POLL = Duration.ofSeconds(2);

    private final Calls calls;
    private final String cluster;
    private final Consumer<News> news;
    private Cancellation cancellation = new Cancellation();
    private Thread applying;
    private ResourceId resource;

    Changes(Calls calls, String cluster, Consumer<News> news) {
        this.calls = calls;
        this.cluster = cluster;
        this.news = news;
    }

    void apply(Target target, ResourcePlan plan, String service) {
        cancellation = new Cancellation();
        resource = plan.resource();
        ProgressListener listener = telling(cancellation);
        applying = Thread.ofVirtual().name("apply").start(() -> {
            Thread watching = watching(service);
            try {
                ApplyPlan.Result result = calls.apply()
                        .run(
                                new ApplyPlan.Request(
                                        new Plan("ecs rightsize", target, Instant.now(), List.of(plan)),
                                        new Following(true, Duration.ZERO)),
                                listener);
                news.accept(new News.Ended(
                        Stage.APPLIED,
                        "operation " + result.operations().getFirst().operation()));
            } catch (AgentctlException failure) {
                news.accept(new News.Ended(Stage.FAILED, failure.getMessage()));
            } finally {
                watching.interrupt();
            }
        });
    }

    /** Stops what is under way after its step, and puts back what it did. */
    void rollBack(String service) {
        Cancellation before = cancellation;
        Thread change = applying;
        ResourceId changed = resource;
        Thread.ofVirtual().name("roll-back").start(() -> {
            before.request();
            Thread watching = watching(service);
            try {
                change.join();
                OperationId operation = latest(changed);
                calls.undo().run(new UndoOperation.Request(operation, UndoMode.CAREFUL), telling(Cancellation.never()));
                news.accept(new News.Ended(Stage.ROLLED_BACK, "operation " + operation));
            } catch (AgentctlException failure) {
                news.accept(new News.Ended(Stage.FAILED, "not rolled back: " + failure.getMessage()));
            } catch (InterruptedException leaving) {
                Thread.currentThread().interrupt();
            } finally {
                watching.interrupt();
            }
        });
    }

    private OperationId latest(ResourceId changed) {
        return calls
                .operations()
                .run(new ListOperations.Request(1, Optional.of(changed), Set.of()), ProgressListener.SILENT)
                .operations()
                .stream()
                .map(line -> new OperationId(line.id().toString()))
                .findFirst()
                .orElseThrow(() ->
                        new AgentctlException(io.agentctl.control.error.ErrorCode.NOT_FOUND, "nothing was begun", ""));
    }

    private Thread watching(String service) {
        Services one = Services.one(cluster, service);
        return Thread.ofVirtual().name("watch").start(() -> {
            do {
                Optional<ShowTasks.Result> tasks = quietly(() -> calls.tasks().run(one, ProgressListener.SILENT));
                Optional<ListAlarms.Result> alarms = quietly(() -> calls.alarms()
                        .run(new ListAlarms.Request(false, Optional.of(AlarmState.ALARM)), ProgressListener.SILENT));
                news.accept(new News.Seen(
                        tasks,
                        alarms.stream()
                                .flatMap(found -> found.alarms().stream())
                                .map(ListAlarms.Row::name)
                                .toList()));
            } while (Cancellation.never().sleep(POLL));
        });
    }

    /** What cannot be seen now may be in two seconds; the change itself tells of what is wrong. */
    private static <T> Optional<T> quietly(java.util.function.Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (AgentctlException unseen) {
            return Optional.empty();
        }
    }

    private ProgressListener telling(Cancellation token) {
        return new ProgressListener() {
            @Override
            public void on(ProgressEvent event) {
                switch (event) {
                    case ProgressEvent.Note note -> news.accept(new News.Told(note.text()));
                    case ProgressEvent.Advance advance ->
                        news.accept(new News.Counted(advance.done() + "/" + advance.total() + " " + advance.work()));
                    case ProgressEvent.Course course ->
                        news.accept(new News.Counted(course.count().done() + "/"
                                + course.count().total() + " " + course.count().work()));
                }
            }

            @Override
            public Cancellation cancellation() {
                return token;
            }
        };
    }
}
