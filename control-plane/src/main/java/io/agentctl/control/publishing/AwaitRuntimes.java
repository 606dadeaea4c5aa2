package io.agentctl.control.publishing;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import io.agentctl.policies.store.RuntimeInstance;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Waits until every runtime of an environment reports that it enforces a generation. A runtime that cannot is a reason
 * to put the change back; one that takes too long is not.
 */
final class AwaitRuntimes implements ActionHandler {

    static final String TYPE = "policy.await-runtimes";

    private final Policies policies;
    private final VerifyHead head;
    private final Clock clock;
    private final Patience patience;

    AwaitRuntimes(Policies policies, VerifyHead head, Clock clock, Patience patience) {
        this.policies = policies;
        this.head = head;
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        HeadEdit edit = HeadEdit.of(action);
        long generation = head.readBack(edit, context);
        Instant start = clock.instant();
        while (true) {
            List<RuntimeInstance> all = policies.ask("list the runtimes", store -> store.instances(edit.environment()));
            if (all.isEmpty()) {
                context.progress()
                        .say("no runtime reports from " + edit.environment() + ", so nothing enforces it yet");
                return Outcome.unverified();
            }
            List<RuntimeInstance> lagging = all.stream()
                    .filter(instance -> instance.generation() < generation)
                    .toList();
            context.progress().advance("runtimes at generation " + generation, all.size() - lagging.size(), all.size());
            if (lagging.isEmpty()) {
                return Outcome.done();
            }
            requireAble(edit.environment(), generation, lagging, start);
            boolean late = clock.instant().isAfter(start.plus(patience.most()));
            if (late || !context.progress().cancellation().sleep(patience.poll())) {
                // The change is made: to hold the environment for who only watches would keep others from a rollback.
                return Outcome.unseen((late ? "gave up waiting: " : "stopped waiting: ")
                        + lagging.size() + " of " + all.size() + " runtimes of " + edit.environment()
                        + " do not enforce generation " + generation + " yet: " + names(lagging));
            }
        }
    }

    private void requireAble(String environment, long generation, List<RuntimeInstance> lagging, Instant start) {
        List<RuntimeInstance> unable = lagging.stream()
                .filter(instance -> instance.problem().isPresent()
                        && instance.reportedAt().isAfter(start.plus(patience.settling())))
                .toList();
        if (!unable.isEmpty()) {
            throw new AgentctlException(
                    ErrorCode.FAILED,
                    unable.size() + " runtimes of " + environment + " cannot enforce generation " + generation + ": "
                            + names(unable),
                    "");
        }
    }

    private static String names(List<RuntimeInstance> instances) {
        return instances.stream()
                .map(instance -> instance.id() + " (" + instance.address() + ", generation " + instance.generation()
                        + instance.problem().map(problem -> ": " + problem).orElse("") + ")")
                .collect(Collectors.joining(", "));
    }
}
