package io.agentctl.control.lambda;

import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import java.util.List;

/** Points an existing alias at the version that the operation published, or back; never away from a third. */
final class MoveAlias implements ActionHandler {

    private static final String TYPE = "lambda.move-alias";
    private static final String ALIAS = "alias";
    private static final String FROM = "from";
    private static final String BACK = "back";

    private final FunctionsGateway functions;
    private final FunctionWriter writer;

    MoveAlias(FunctionsGateway functions, FunctionWriter writer) {
        this.functions = functions;
        this.writer = writer;
    }

    /** Moves an alias to what {@link PublishSize} published. */
    static Action action(Action publish, ObservedAlias alias) {
        return Action.of(TYPE, publish.arguments()).with(ALIAS, alias.name()).with(FROM, alias.version());
    }

    /** The way back. */
    static Action inverse(Action move) {
        return move.with(BACK, "true");
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        FunctionName name = FunctionName.of(action);
        boolean back = action.arguments().containsKey(BACK);
        String old = action.argument(FROM);
        String published = PublishSize.version(context, Variant.of(action)).orElse(old);
        String wanted = back ? old : published;
        String expected = back ? published : old;
        for (int attempt = 0; attempt < Meanwhile.ATTEMPTS; attempt++) {
            ObservedAlias alias = functions
                    .alias(name, action.argument(ALIAS))
                    .orElseThrow(
                            () -> Meanwhile.changed(name, List.of("alias " + action.argument(ALIAS) + " is gone")));
            if (alias.version().equals(wanted) && !alias.weighted()) {
                return Outcome.done();
            }
            if (alias.weighted() || (!alias.version().equals(expected) && !action.forced())) {
                throw Meanwhile.changed(name, List.of("alias " + alias.name() + " points at " + alias.target()));
            }
            writer.moveAlias(name, alias, wanted);
        }
        throw Meanwhile.restless(name);
    }
}
