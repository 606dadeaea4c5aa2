package io.agentctl.control.alarms.upkeep;

import io.agentctl.alarm.AlarmState;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.OperationId;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import java.util.List;
import java.util.Map;

/**
 * Sets the state of an alarm that is tried, and sets it back. The reason carries the operation's id: a state that
 * CloudWatch has decided since, or somebody else has set, is not touched on the way back.
 */
final class SetState implements ActionHandler {

    static final String TYPE = "alarms.set-state";
    private static final String NAME = "name";
    private static final String STATE = "state";
    private static final String BACK = "back";

    private final AlarmGateway alarms;

    SetState(AlarmGateway alarms) {
        this.alarms = alarms;
    }

    static Action there(String name) {
        return action(name, AlarmState.ALARM, false);
    }

    static Action back(String name, AlarmState before) {
        return action(name, before, true);
    }

    private static Action action(String name, AlarmState state, boolean back) {
        return Action.of(TYPE, Map.of(NAME, name, STATE, state.name(), BACK, Boolean.toString(back)));
    }

    static String mark(OperationId operation) {
        return "agentctl alarms test, " + operation;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        String name = action.argument(NAME);
        AlarmState wanted = AlarmState.valueOf(action.argument(STATE));
        ObservedAlarm alarm = alarms.named(List.of(name)).stream()
                .findFirst()
                .orElseThrow(() -> new AgentctlException(
                        ErrorCode.NOT_FOUND, "alarm " + name + " is gone", "agentctl alarms list"));
        boolean ours = alarm.condition().reason().contains(mark(context.operation()));
        boolean back = Boolean.parseBoolean(action.argument(BACK));
        if (back ? !ours || alarm.condition().state() == wanted : ours) {
            return Outcome.done();
        }
        alarms.setState(name, wanted, mark(context.operation()) + (back ? ": set back" : ": set for a test"));
        return Outcome.done();
    }
}
