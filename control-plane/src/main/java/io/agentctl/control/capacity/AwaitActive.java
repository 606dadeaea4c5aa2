package io.agentctl.control.capacity;

import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import java.util.Map;

/** Waits until a table and its indexes are ACTIVE again. */
final class AwaitActive implements ActionHandler {

    private static final String TYPE = "table.await-active";

    private final TableSettling settling;

    AwaitActive(TableSettling settling) {
        this.settling = settling;
    }

    static Action action(TableName table) {
        return Action.of(TYPE, Map.of(TableName.ARGUMENT, table.value()));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        settling.settled(TableName.of(action), context.progress().cancellation());
        return Outcome.done();
    }
}
