package io.agentctl.control.catalogue;

import io.agentctl.control.capacity.AdviseCapacity;
import io.agentctl.control.capacity.AuditTable;
import io.agentctl.control.capacity.ListTables;
import io.agentctl.control.capacity.PlanAutoscale;
import io.agentctl.control.capacity.PlanSwitch;
import io.agentctl.control.capacity.ShowUsage;
import io.agentctl.control.plan.Plan;
import java.util.List;

/** What can be asked of DynamoDB tables. */
public final class TableUseCases {

    /** Mode, capacity, use, throttles, cost. */
    public static final NamedUseCase<ListTables.Request, ListTables.Result> LIST = NamedUseCase.reading(
            "table.list", ListTables.Request.class, ListTables.Result.class, here -> here.capacity()
                    .listing(here.prices()::tables));

    /** What was consumed, and throttled. */
    public static final NamedUseCase<ShowUsage.Request, ShowUsage.Result> USAGE =
            NamedUseCase.reading("table.usage", ShowUsage.Request.class, ShowUsage.Result.class, here -> here.capacity()
                    .showing());

    /** What each mode would have cost. */
    public static final NamedUseCase<AdviseCapacity.Request, AdviseCapacity.Result> CAPACITY = NamedUseCase.reading(
            "table.capacity", AdviseCapacity.Request.class, AdviseCapacity.Result.class, here -> here.capacity()
                    .advising(here.prices()::tables));

    /** Another mode. */
    public static final NamedUseCase<PlanSwitch.Request, PlanSwitch.Result> PLAN_SWITCH = NamedUseCase.reading(
            "table.plan-switch", PlanSwitch.Request.class, PlanSwitch.Result.class, here -> here.capacity()
                    .switching(here.prices()::tables));

    /** Other bounds and another target to scale by. */
    public static final NamedUseCase<PlanAutoscale.Request, Plan> PLAN_AUTOSCALE = NamedUseCase.reading(
            "table.plan-autoscale", PlanAutoscale.Request.class, Plan.class, here -> here.capacity()
                    .autoscaling(here.prices()::tables));

    /** Scans, hot keys, unused indexes. */
    public static final NamedUseCase<AuditTable.Request, AuditTable.Result> AUDIT = NamedUseCase.reading(
            "table.audit", AuditTable.Request.class, AuditTable.Result.class, here -> here.capacity()
                    .auditing());

    private TableUseCases() {}

    static List<NamedUseCase<?, ?>> all() {
        return List.of(LIST, USAGE, CAPACITY, PLAN_SWITCH, PLAN_AUTOSCALE, AUDIT);
    }
}
