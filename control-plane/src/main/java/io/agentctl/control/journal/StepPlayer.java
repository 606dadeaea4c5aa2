package io.agentctl.control.journal;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Plays an operation's steps forward, or their inverses back, with an entry in the journal before each act. */
final class StepPlayer {

    private final Map<String, ActionHandler> handlers;

    StepPlayer(Map<String, ActionHandler> handlers) {
        this.handlers = Map.copyOf(handlers);
    }

    /**
     * Refuses an operation with actions that nobody here can carry out, before anything is done.
     *
     * @throws AgentctlException FAILED if there are any
     */
    void requireHandlers(List<Step> steps) {
        for (Step step : steps) {
            requireHandler(step.action());
            step.wayBack().ifPresent(this::requireHandler);
        }
    }

    private void requireHandler(Action action) {
        if (!handlers.containsKey(action.type())) {
            throw new AgentctlException(
                    ErrorCode.FAILED,
                    "this agentctl does not know the action " + action.type() + "; nothing was done",
                    "use the version of agentctl that began the operation, or a later one");
        }
    }

    /**
     * Carries out every step that is not done.
     *
     * @throws AgentctlException if it did not succeed: by then it was put back, or is left to be resumed
     */
    Operation forward(OpenOperation open) {
        for (int i = 0; i < open.current().steps().size(); i++) {
            Step step = open.current().steps().get(i);
            if (step.state() == StepState.DONE) {
                continue;
            }
            if (open.askedToStop()) {
                throw interrupt(open, Endings.stopped());
            }
            int index = i;
            int count = open.current().steps().size();
            open.progress().say("step " + (i + 1) + " of " + count + ": " + step.name());
            open.update(operation -> operation.withStep(index, step.in(StepState.STARTED)));
            Outcome outcome;
            try {
                outcome = perform(step, step.action(), open);
            } catch (AgentctlException fault) {
                throw Faults.passing(fault) ? interrupt(open, fault) : turnBack(open, index, fault);
            }
            requireHandlers(outcome.next());
            open.update(operation -> operation.withStep(index, step.done(outcome), outcome.next()));
        }
        boolean verified = open.current().steps().stream().allMatch(Step::verified);
        OperationState end = verified ? OperationState.SUCCEEDED : OperationState.UNVERIFIED;
        return open.update(operation -> operation.in(end, ""));
    }

    private Outcome perform(Step step, Action action, OpenOperation open) {
        Map<String, String> earlier = new HashMap<>();
        open.current().steps().forEach(one -> earlier.putAll(one.outcome()));
        StepContext context = new StepContext(open.current().id(), earlier, open.progress());
        try {
            return handlers.get(action.type()).perform(action, context);
        } catch (AgentctlException fault) {
            throw fault;
        } catch (RuntimeException problem) {
            throw Endings.bug(step, problem);
        }
    }

    private static AgentctlException interrupt(OpenOperation open, AgentctlException cause) {
        Operation stopped = open.update(operation -> operation.in(OperationState.INTERRUPTED, cause.getMessage()));
        return Endings.interrupted(stopped, cause);
    }

    /** A step that only looks found things bad only if there was something to be bad. */
    private AgentctlException turnBack(OpenOperation open, int index, AgentctlException fault) {
        Step failed = open.current().steps().get(index);
        boolean bad =
                failed.wayBack().isEmpty() && !open.current().stepsToPutBack().isEmpty();
        OperationState goal = bad ? OperationState.ROLLED_BACK : OperationState.FAILED;
        open.progress().say("\"" + failed.name() + "\" failed: " + fault.getMessage() + "; putting back what was done");
        open.update(operation -> operation.towards(goal).in(OperationState.UNDOING, fault.getMessage()));
        try {
            back(open, UndoMode.CAREFUL);
        } catch (InverseFailedException inverse) {
            ErrorCode code = bad ? ErrorCode.FAILED : fault.code();
            return Endings.leftHalfway(
                    open.current(), code, fault.getMessage() + "; " + inverse.getMessage(), inverse.reason());
        }
        return bad ? Endings.rolledBack(failed.name(), fault) : Endings.failed(fault);
    }

    /**
     * Refuses to go back where an inverse would refuse, as far as that can be seen before any is played.
     *
     * @throws InverseFailedException if one would, with the operation INTERRUPTED
     */
    void requireUndisturbed(OpenOperation open) {
        for (Step step : open.current().stepsToPutBack().reversed()) {
            Action inverse = step.wayBack().orElseThrow();
            try {
                handlers.get(inverse.type()).requireUndisturbed(inverse);
            } catch (AgentctlException fault) {
                throw halt(open, step, fault);
            }
        }
    }

    /**
     * Plays the inverses of the steps that may have acted, last step first.
     *
     * @throws InverseFailedException if one fails, with the operation INTERRUPTED
     */
    Operation back(OpenOperation open, UndoMode mode) {
        int count = open.current().steps().size();
        for (int i = count - 1; i >= 0; i--) {
            Step step = open.current().steps().get(i);
            if (!step.toPutBack()) {
                continue;
            }
            if (open.askedToStop()) {
                throw halt(open, step, Endings.stopped());
            }
            int index = i;
            open.progress().say("undoing step " + (i + 1) + " of " + count + ": " + step.name());
            Action inverse = step.wayBack().orElseThrow();
            try {
                perform(step, mode == UndoMode.FORCED ? inverse.with(Action.FORCE, "true") : inverse, open);
            } catch (AgentctlException fault) {
                throw halt(open, step, fault);
            }
            open.update(operation -> operation.withStep(index, step.in(StepState.UNDONE)));
        }
        return open.update(operation ->
                operation.in(operation.goal(), operation.goal() == OperationState.UNDONE ? "" : operation.failure()));
    }

    private static InverseFailedException halt(OpenOperation open, Step step, AgentctlException fault) {
        String why = "undoing \"" + step.name() + "\" stopped: " + fault.getMessage();
        open.update(operation -> operation.in(
                OperationState.INTERRUPTED, operation.goal() == OperationState.UNDONE ? why : operation.failure()));
        return new InverseFailedException(why, fault);
    }
}
