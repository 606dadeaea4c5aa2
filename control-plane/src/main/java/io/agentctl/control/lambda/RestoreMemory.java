package io.agentctl.control.lambda;

import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import java.util.Map;

/**
 * Puts back memory and description of {@code $LATEST}, each where it still is what the operation set it to. What
 * somebody else set since is left alone.
 */
final class RestoreMemory implements ActionHandler {

    /**
     * Before the group's number: under which name the revision is kept once nothing of that group is in force any more.
     */
    private static final String PUT_BACK = "putBack.";

    private static final String TYPE = "lambda.restore-memory";
    private static final String ALL = "all";
    private static final String GROUP = "group";

    private final Settling settling;
    private final FunctionWriter writer;

    RestoreMemory(Settling settling, FunctionWriter writer) {
        this.settling = settling;
        this.writer = writer;
    }

    /** The way back from {@link SetMemory}: the same arguments. */
    static Action inverse(Action set) {
        return Action.of(TYPE, set.arguments());
    }

    /**
     * The same for one of a group of sizes that are set one after the other and then put back together.
     *
     * @param group numbers the group in its operation
     */
    static Action inverse(Action set, int group) {
        return inverse(set).with(GROUP, Integer.toString(group));
    }

    /** A step forward, after a group: the function is to be as it was recorded, and it is an error if it cannot be. */
    static Action entirely(Action lastSet, int group) {
        return inverse(lastSet, group).with(ALL, "true");
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        FunctionName name = FunctionName.of(action);
        boolean over = isPutBack(action, context) && !action.forced();
        if (over || Recorded.find(context).isEmpty()) {
            return Outcome.done();
        }
        Snapshot recorded = Recorded.of(context, action).snapshot();
        for (int attempt = 0; attempt < Meanwhile.ATTEMPTS; attempt++) {
            Latest latest = settling.latest(name, context.progress().cancellation());
            if (latest.snapshot().equals(recorded)) {
                return putBack(action, latest);
            }
            boolean marked = marked(action, context, latest);
            boolean size = sizeIsOurs(action, context, latest, marked);
            boolean processor = latest.snapshot().architecture() != recorded.architecture()
                    && (marked || processorIsOurs(action, latest));
            if (!marked && !processor && !size) {
                return leftAlone(action, context, latest);
            }
            restore(name, recorded, latest, processor, size, marked);
        }
        throw Meanwhile.restless(name);
    }

    /** The processor first: as long as it is not put back, the mark tells that it is ours. */
    private void restore(
            FunctionName name, Snapshot recorded, Latest latest, boolean processor, boolean size, boolean marked) {
        if (processor) {
            writer.moveTo(name, recorded.architecture(), latest.revisionId());
            return;
        }
        writer.configure(
                name, size ? recorded.memoryMb() : null, marked ? recorded.description() : null, latest.revisionId());
    }

    private static boolean isPutBack(Action action, StepContext context) {
        String group = action.arguments().get(GROUP);
        return group != null && context.earlier(PUT_BACK + group).isPresent();
    }

    private static boolean marked(Action action, StepContext context, Latest latest) {
        String description = latest.snapshot().description();
        return action.arguments().containsKey(SetMemory.MARKED)
                && (description.equals(Marks.latest(context.operation(), Variant.of(action)))
                        || (action.forced() && Marks.latest(context.operation(), description)));
    }

    private static boolean processorIsOurs(Action action, Latest latest) {
        boolean sweeps = action.arguments().containsKey(SetMemory.MARKED);
        return !sweeps
                && Variant.of(action)
                        .architecture()
                        .filter(latest.snapshot().architecture()::equals)
                        .isPresent();
    }

    /** Where the mark is gone, the size is ours if it is the last that was seen in force. */
    private static boolean sizeIsOurs(Action action, StepContext context, Latest latest, boolean marked) {
        int recorded = Recorded.of(context, action).snapshot().memoryMb();
        if (latest.memoryMb() == recorded) {
            return false;
        }
        boolean sweeps = action.arguments().containsKey(SetMemory.MARKED);
        boolean lastSeen = context.earlier(SetMemory.CONFIGURED)
                .map(seen -> seen.equals(action.argument(Variant.ARGUMENT)))
                .orElse(false);
        return action.forced() || (latest.memoryMb() == memory(action) && (marked || lastSeen || !sweeps));
    }

    private static Outcome leftAlone(Action action, StepContext context, Latest latest) {
        FunctionName name = FunctionName.of(action);
        Map<String, String> arguments = action.arguments();
        Snapshot recorded = Recorded.of(context, action).snapshot();
        boolean sizeChanged = latest.memoryMb() != recorded.memoryMb();
        if (arguments.containsKey(ALL) || (!arguments.containsKey(SetMemory.MARKED) && sizeChanged)) {
            throw Meanwhile.changed(name, latest.snapshot().differences(recorded));
        }
        return Outcome.done();
    }

    private static Outcome putBack(Action action, Latest latest) {
        boolean entirely = action.arguments().containsKey(ALL);
        return entirely ? Outcome.with(PUT_BACK + action.argument(GROUP), latest.revisionId()) : Outcome.done();
    }

    private static int memory(Action action) {
        return Variant.of(action).memoryMb();
    }
}
