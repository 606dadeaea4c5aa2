package io.agentctl.control.lambda;

import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a function back and says in what it differs from what was recorded: what somebody else changed meanwhile. */
final class CompareFunction implements ActionHandler {

    /** Under which name the differences are kept, if there are any. */
    static final String DIFFERENCES = "differences";

    private static final String TYPE = "lambda.compare";

    private final FunctionsGateway functions;

    CompareFunction(FunctionsGateway functions) {
        this.functions = functions;
    }

    static Action action(FunctionName name) {
        return Action.of(TYPE, Map.of(FunctionName.ARGUMENT, name.value()));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        FunctionName name = FunctionName.of(action);
        Optional<Recorded> recorded = Recorded.find(context);
        if (recorded.isEmpty()) {
            return Outcome.done();
        }
        List<String> differences = recorded.get().differences(Recorded.of(functions.observe(name)));
        if (differences.isEmpty()) {
            context.progress().say(name + " is as it was recorded");
            return Outcome.done();
        }
        String text = String.join("; ", differences);
        context.progress().say("somebody else changed " + name + " meanwhile, which is left as it is: " + text);
        return new Outcome(Map.of(DIFFERENCES, text), false);
    }
}
