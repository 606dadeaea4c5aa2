package io.agentctl.control.lambda;

import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;

/** Deletes the alias of a size. Its name carries the operation's id, so that it can be nobody else's. */
final class RemoveAlias implements ActionHandler {

    private static final String TYPE = "lambda.remove-alias";

    private final FunctionWriter writer;

    RemoveAlias(FunctionWriter writer) {
        this.writer = writer;
    }

    /** Removes what {@link PointAlias} made with the same arguments. */
    static Action action(Action point) {
        return Action.of(TYPE, point.arguments());
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        writer.deleteAlias(FunctionName.of(action), Marks.alias(context.operation(), Variant.of(action)));
        return Outcome.done();
    }
}
