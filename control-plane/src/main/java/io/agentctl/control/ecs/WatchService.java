package io.agentctl.control.ecs;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ecs.model.Service;

/**
 * Watches a service for a while after its rollout. Bad is: a task killed for its memory, two tasks that stopped by
 * themselves, or CPU at its limit for three minutes in a row.
 */
final class WatchService implements ActionHandler {

    static final String TYPE = "ecs.watch-service";

    private static final int MOST_FAILED_TASKS = 1;
    private static final int LOOKS = 60;

    private final EcsGateway ecs;
    private final TaskGateway tasks;
    private final CpuWatch cpu;
    private final Clock clock;
    private final Pace pace;

    WatchService(EcsGateway ecs, TaskGateway tasks, CpuWatch cpu, Clock clock, Pace pace) {
        this.ecs = ecs;
        this.tasks = tasks;
        this.cpu = cpu;
        this.clock = clock;
        this.pace = pace;
    }

    static Action action(ObservedService before, String revision, Duration watch) {
        return Action.of(
                TYPE,
                Map.of(
                        "cluster", before.name().cluster(),
                        "service", before.name().service(),
                        "revision", revision,
                        "after", before.deployedAt().toString(),
                        "for", watch.toString()));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        ServiceName name = ServiceName.of(action);
        String revision = UpdateService.revision(action.argument("revision"), context);
        Duration watch = Duration.parse(action.argument("for"));
        Instant start = clock.instant();
        Duration pause = longer(pace.poll(), watch.dividedBy(LOOKS));
        while (true) {
            Service service = ecs.describe(name).orElseThrow(() -> UpdateService.serviceGone(name));
            if (!service.taskDefinition().equals(revision)) {
                context.progress().say("stopped watching " + name + ": somebody deployed something else");
                return Outcome.unverified();
            }
            requireHealth(name, revision, Instant.parse(action.argument("after")), start);
            Duration passed = Duration.between(start, clock.instant());
            context.progress()
                    .advance(
                            "watching " + name.service() + " for memory, restarts and CPU (seconds)",
                            (int) Math.min(passed.toSeconds(), watch.toSeconds()),
                            (int) Math.max(1, watch.toSeconds()));
            if (passed.compareTo(watch) >= 0) {
                return Outcome.done();
            }
            if (!context.progress().cancellation().sleep(shorter(pause, watch.minus(passed)))) {
                throw new AgentctlException(ErrorCode.INTERRUPTED, "stopped watching " + name, "");
            }
        }
    }

    private void requireHealth(ServiceName name, String revision, Instant after, Instant start) {
        List<StoppedTask> failed = tasks.stopped(name).stream()
                .filter(task -> task.failed()
                        && task.taskDefinition().equals(revision)
                        && task.stoppedAt().isAfter(after))
                .toList();
        failed.stream().filter(StoppedTask::outOfMemory).findFirst().ifPresent(task -> {
            throw bad(name, "a task was killed for its memory: " + task.reason());
        });
        if (failed.size() > MOST_FAILED_TASKS) {
            throw bad(
                    name,
                    failed.size() + " tasks stopped by themselves: "
                            + failed.getFirst().reason());
        }
        if (cpu.pinned(name, start, clock.instant())) {
            throw bad(name, "CPU was at its limit for " + CpuWatch.MINUTES + " minutes in a row");
        }
    }

    private static AgentctlException bad(ServiceName name, String why) {
        return new AgentctlException(ErrorCode.FAILED, name + " does badly in its new size: " + why, "");
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
