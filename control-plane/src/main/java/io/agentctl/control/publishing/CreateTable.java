package io.agentctl.control.publishing;

import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import io.agentctl.policies.store.PolicyTable;
import java.util.Map;
import java.util.function.Supplier;

/** Creates the table for policies unless it is there. */
final class CreateTable implements ActionHandler {

    private static final String TYPE = "policy.create-table";

    private final Policies policies;
    private final Supplier<PolicyTable> table;

    CreateTable(Policies policies, Supplier<PolicyTable> table) {
        this.policies = policies;
        this.table = table;
    }

    static Action action() {
        return Action.of(TYPE, Map.of());
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        return policies.translated("create the table for policies", () -> {
            table.get().create();
            return Outcome.done();
        });
    }
}
