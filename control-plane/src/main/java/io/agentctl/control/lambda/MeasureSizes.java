package io.agentctl.control.lambda;

import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import java.util.Map;

/**
 * The step in which a sweep measures. Only the process that began the sweep knows what to measure with: payloads are
 * not written to the journal, for they may be secret, and large. In any other the step is passed over, so that a
 * resumed sweep tidies up.
 */
final class MeasureSizes implements ActionHandler {

    private static final String TYPE = "lambda.measure";
    private static final String GROUP = "group";

    /** Measures until no variant is lacking, and gives the steps that make the lacking ones. */
    @FunctionalInterface
    interface Measuring {
        /**
         * Goes on measuring.
         *
         * @param group counts the groups of variants that there are, from 1
         */
        Outcome measure(int group, StepContext context);
    }

    private final Measuring measuring;

    MeasureSizes(Measuring measuring) {
        this.measuring = measuring;
    }

    /** For a process that began no sweep. */
    static MeasureSizes passedOver() {
        return new MeasureSizes((group, context) -> {
            context.progress().say("nothing is measured: who began the sweep is gone. Start another one to measure");
            return Outcome.unverified();
        });
    }

    static Action action(FunctionName name, int group) {
        return Action.of(TYPE, Map.of(FunctionName.ARGUMENT, name.value(), GROUP, Integer.toString(group)));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        return measuring.measure(Integer.parseInt(action.argument(GROUP)), context);
    }
}
