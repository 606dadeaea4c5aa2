package io.agentctl.control.permission;

import static io.agentctl.control.permission.Common.BOUNDS;
import static io.agentctl.control.permission.Common.JOURNAL;
import static io.agentctl.control.permission.Common.NAMES_OF_SERVICES;
import static io.agentctl.control.permission.Common.NOTES;
import static io.agentctl.control.permission.Common.OPERATION;
import static io.agentctl.control.permission.Common.SERVICES;
import static io.agentctl.control.permission.Common.TASK_DEFINITIONS;

import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.catalogue.WindowsUseCases;
import java.util.Map;

/** What windows in which services sleep take. */
final class WindowsNeeds {

    private static final Needs NAMED = NAMES_OF_SERVICES.and(SERVICES);

    private static final Needs LOOKED_AT = NAMED.and(BOUNDS, NOTES);

    private static final Needs SCHEDULES = Scope.ANYTHING.may("application-autoscaling:DescribeScheduledActions");

    /** What was before a service slept is kept beside the journal. */
    private static final Needs MOVED = EcsNeeds.BOUNDS_SET.and(BOUNDS, JOURNAL, OPERATION);

    /** Application Auto Scaling tries as its caller what it will do to the service. */
    private static final Needs SCHEDULED = Scope.SCALING_OF_SERVICES
            .may("application-autoscaling:PutScheduledAction", "application-autoscaling:DeleteScheduledAction")
            .and(Scope.SERVICES.may("ecs:UpdateService"));

    private WindowsNeeds() {}

    static Map<NamedUseCase<?, ?>, Needs> all() {
        return Map.of(
                WindowsUseCases.PRICE, NAMED.and(TASK_DEFINITIONS, NOTES),
                WindowsUseCases.PLAN, LOOKED_AT,
                WindowsUseCases.APPLY, Needs.NONE.changing(MOVED),
                WindowsUseCases.KEEP, LOOKED_AT.changing(MOVED),
                WindowsUseCases.PLAN_SCHEDULES, NAMED.and(BOUNDS, SCHEDULES).changing(JOURNAL, SCHEDULED),
                WindowsUseCases.STATUS, LOOKED_AT,
                WindowsUseCases.PLAN_WISH, LOOKED_AT,
                WindowsUseCases.APPLY_WISH, Needs.NONE.changing(MOVED));
    }
}
