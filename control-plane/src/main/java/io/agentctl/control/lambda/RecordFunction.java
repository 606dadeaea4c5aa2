package io.agentctl.control.lambda;

import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import java.util.List;
import java.util.Map;

/** Writes down what is there before anything is changed, if it is what was planned on. */
final class RecordFunction implements ActionHandler {

    private static final String TYPE = "lambda.record";
    private static final String REVISION = "revision";

    private final FunctionsGateway functions;

    RecordFunction(FunctionsGateway functions) {
        this.functions = functions;
    }

    static Action action(ObservedFunction function) {
        return Action.of(TYPE, Map.of(FunctionName.ARGUMENT, function.name().value(), REVISION, function.revisionId()));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        FunctionName name = FunctionName.of(action);
        ObservedFunction function = functions.observe(name);
        if (!function.revisionId().equals(action.argument(REVISION))) {
            throw Meanwhile.changed(name, List.of("it is not the revision that was planned on"));
        }
        return new Outcome(Recorded.of(function).values(function.revisionId()), true);
    }
}
