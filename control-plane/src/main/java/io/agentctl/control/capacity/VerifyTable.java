package io.agentctl.control.capacity;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import io.agentctl.control.scaling.ObservedScaling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks whether a table is in the mode, and scales as, it was to. */
final class VerifyTable implements ActionHandler {

    private static final String TYPE = "table.verify";
    private static final String MODE = "mode";
    private static final String SCALING = "scaling ";
    private static final String NONE = "none";

    private final TableObserver observer;
    private final TableSettling settling;

    VerifyTable(TableObserver observer, TableSettling settling) {
        this.observer = observer;
        this.settling = settling;
    }

    /**
     * The action.
     *
     * @param scaling what it is to be for meters that are to be looked at; an empty one is not to scale
     */
    static Action action(TableName table, Mode mode, Map<Meter, Optional<ObservedScaling>> scaling) {
        Map<String, String> arguments = new HashMap<>();
        arguments.put(TableName.ARGUMENT, table.value());
        arguments.put(MODE, mode.toString());
        scaling.forEach((meter, wanted) ->
                arguments.put(SCALING + meter, wanted.map(ScalingText::full).orElse(NONE)));
        return Action.of(TYPE, arguments);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        TableName name = TableName.of(action);
        settling.settled(name, context.progress().cancellation());
        ObservedTable table = observer.observe(name);
        List<String> wrong = new ArrayList<>();
        Mode mode = Mode.parse(action.argument(MODE));
        if (table.mode() != mode) {
            wrong.add("it is " + table.mode() + ", not " + mode);
        }
        for (ObservedPart part : table.parts()) {
            if (mode == Mode.PROVISIONED && !part.throughput().usable()) {
                wrong.add(part.title() + " has " + part.throughput());
            }
        }
        action.arguments().forEach((key, wanted) -> {
            if (key.startsWith(SCALING)) {
                Meter meter = Meter.parse(key.substring(SCALING.length()));
                String there = table.scaling(meter).map(ScalingText::full).orElse(NONE);
                if (!there.equals(wanted)) {
                    wrong.add("the scaling of " + meter + " is " + there + ", not " + wanted);
                }
            }
        });
        if (!wrong.isEmpty()) {
            throw new AgentctlException(
                    ErrorCode.FAILED, "table " + name + " is not as it was to be: " + String.join("; ", wrong), "");
        }
        return Outcome.done();
    }
}
