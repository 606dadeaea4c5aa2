package io.agentctl.control.capacity;

import io.agentctl.control.apply.Applier;
import io.agentctl.control.apply.Following;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.Journal;
import io.agentctl.control.journal.OperationDraft;
import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.ResourcePlan;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** Turns planned changes of a table into an operation, if it is as it was planned on and DynamoDB would take them. */
final class TableApplier implements Applier {

    private final TableObserver observer;
    private final AccountCapacity account;
    private final Supplier<Journal> journal;
    private final Clock clock;

    TableApplier(TableObserver observer, AccountCapacity account, Supplier<Journal> journal, Clock clock) {
        this.observer = observer;
        this.account = account;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public String resourceType() {
        return TableName.RESOURCE_TYPE;
    }

    @Override
    public OperationDraft draft(Plan plan, ResourcePlan resource, Following following) {
        WantedTable wanted = WantedTable.of(resource);
        TableName name = name(resource);
        ObservedTable table = observer.observe(name);
        if (!table.fingerprint().equals(resource.fingerprint())) {
            throw new AgentctlException(
                    ErrorCode.STALE_PLAN,
                    "the plan is stale: table " + name + " has changed since it was made",
                    "Plan anew; nothing was changed.");
        }
        Refusals.requireNone("change table " + name, refusals(plan, table, wanted));
        return new OperationDraft(
                plan.kind(),
                resource.resource(),
                plan.target(),
                summary(resource),
                TableOperation.steps(table, wanted, following));
    }

    private List<Refusal> refusals(Plan plan, ObservedTable table, WantedTable wanted) {
        return wanted.mode()
                .map(mode -> switch (mode) {
                    case ON_DEMAND ->
                        Refusals.ofSwitchToOnDemand(
                                table, SwitchLedger.switches(journal.get(), plan.target(), table, clock.instant()));
                    case PROVISIONED ->
                        CapacityRefusals.ofSwitch(
                                table,
                                wanted.throughputs().orElseThrow(),
                                wanted.scaled(table),
                                account.room(table.name()));
                })
                .orElseGet(() -> CapacityRefusals.ofScaling(
                        table, wanted.scaling(), account.room(table.name()), clock.instant()));
    }

    private static String summary(ResourcePlan resource) {
        Change first = resource.changes().getFirst();
        int more = resource.changes().size() - 1;
        boolean mode = first.field().equals(TableField.MODE);
        return (mode ? "" : first.field() + " ") + (first.from().isEmpty() ? "none" : first.from()) + " to "
                + (first.to().isEmpty() ? "none" : first.to()) + (mode || more == 0 ? "" : " and " + more + " more");
    }

    private static TableName name(ResourcePlan resource) {
        try {
            return new TableName(resource.resource().name());
        } catch (IllegalArgumentException notOne) {
            throw new AgentctlException(ErrorCode.BAD_DOCUMENT, resource.resource() + ": " + notOne.getMessage(), "");
        }
    }
}
