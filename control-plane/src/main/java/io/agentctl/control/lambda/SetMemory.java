package io.agentctl.control.lambda;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives {@code $LATEST} another memory size and, where a variant has another, architecture, if it is as the step before
 * left it. A sweep marks its description, so that it can tell its own sizes from somebody else's.
 */
final class SetMemory implements ActionHandler {

    /** Under which name the variant is kept that was set last. */
    static final String CONFIGURED = "configured";

    static final String MARKED = "marked";
    private static final String TYPE = "lambda.set-memory";
    private static final String PRIOR = "prior";

    private final Settling settling;
    private final FunctionWriter writer;

    SetMemory(Settling settling, FunctionWriter writer) {
        this.settling = settling;
        this.writer = writer;
    }

    /** The action of an operation that leaves the size in force. */
    static Action action(FunctionName name, Variant variant) {
        return Action.of(TYPE, Map.of(FunctionName.ARGUMENT, name.value(), Variant.ARGUMENT, variant.toString()));
    }

    /**
     * The action of a sweep.
     *
     * @param prior what {@code $LATEST} was given before this one, or null if it is as it was recorded
     */
    static Action marked(FunctionName name, Variant variant, Variant prior) {
        Map<String, String> arguments = new HashMap<>(action(name, variant).arguments());
        arguments.put(MARKED, "true");
        if (prior != null) {
            arguments.put(PRIOR, prior.toString());
        }
        return Action.of(TYPE, arguments);
    }

    /** What {@code $LATEST} is after the action for a variant. */
    static Snapshot wanted(Action action, StepContext context) {
        return at(Variant.of(action), action, context);
    }

    private static Snapshot at(Variant variant, Action action, StepContext context) {
        Snapshot recorded = Recorded.of(context, action).snapshot();
        boolean marked = action.arguments().containsKey(MARKED);
        return recorded.with(variant, marked ? Marks.latest(context.operation(), variant) : recorded.description());
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        FunctionName name = FunctionName.of(action);
        Snapshot wanted = wanted(action, context);
        String before = action.arguments().get(PRIOR);
        Snapshot prior =
                before == null ? Recorded.of(context, action).snapshot() : at(Variant.parse(before), action, context);
        for (int attempt = 0; attempt < Meanwhile.ATTEMPTS; attempt++) {
            Latest latest = settling.latest(name, context.progress().cancellation());
            if (latest.snapshot().equals(wanted)) {
                return Outcome.with(CONFIGURED, action.argument(Variant.ARGUMENT));
            }
            if (latest.snapshot().equals(wanted.on(prior.architecture()))) {
                writer.moveTo(name, wanted.architecture(), latest.revisionId());
            } else if (latest.snapshot().equals(prior)) {
                writer.configure(name, wanted.memoryMb(), description(wanted, prior), latest.revisionId());
            } else {
                throw changed(name, latest, prior);
            }
        }
        throw Meanwhile.restless(name);
    }

    private static String description(Snapshot wanted, Snapshot prior) {
        return wanted.description().equals(prior.description()) ? null : wanted.description();
    }

    private static AgentctlException changed(FunctionName name, Latest latest, Snapshot prior) {
        return Meanwhile.changed(name, latest.snapshot().differences(prior));
    }
}
