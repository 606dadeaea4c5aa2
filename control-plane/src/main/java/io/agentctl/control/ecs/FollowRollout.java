package io.agentctl.control.ecs;

import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import java.time.Instant;
import java.util.Map;

/** Waits until the revision that the operation set runs, or is known not to. */
final class FollowRollout implements ActionHandler {

    static final String TYPE = "ecs.follow-rollout";

    private final RolloutFollower follower;

    FollowRollout(RolloutFollower follower) {
        this.follower = follower;
    }

    /**
     * The action.
     *
     * @param revision ARN, or {@link UpdateService#REGISTERED}
     */
    static Action action(ObservedService before, String revision) {
        return Action.of(
                TYPE,
                Map.of(
                        "cluster", before.name().cluster(),
                        "service", before.name().service(),
                        "revision", revision,
                        "after", before.deployedAt().toString()));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        ServiceName name = ServiceName.of(action);
        String revision = UpdateService.revision(action.argument("revision"), context);
        Rollout rollout = new Rollout(name, revision, Instant.parse(action.argument("after")));
        RolloutFollower.End end = follower.follow(rollout, context.progress());
        if (end == RolloutFollower.End.NOTHING_RUNS) {
            context.progress().say(name + " wants no tasks, so nothing shows yet whether the revision runs");
            return Outcome.unverified();
        }
        return Outcome.done();
    }
}
