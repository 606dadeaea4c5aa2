package io.agentctl.control.permission;

import static io.agentctl.control.permission.Common.NAMES_OF_SERVICES;
import static io.agentctl.control.permission.Common.SERVICES;
import static io.agentctl.control.permission.Common.TASK_DEFINITIONS;
import static io.agentctl.control.permission.Common.WHERE_OPERATIONS_ARE;

/** What needs permissions and is no use case of the catalogue: it does not travel to a control plane. */
public enum Errand {

    /** Has tasks send a load, and gathers what they found. */
    LOAD_ON_TASKS(TASK_DEFINITIONS
            .and(NAMES_OF_SERVICES, SERVICES)
            .changing(
                    WHERE_OPERATIONS_ARE,
                    board(),
                    Scope.LOAD_TASK.may("ecs:RunTask"),
                    Scope.ROLES_OF_TASKS.may("iam:PassRole"),
                    Scope.TASKS.may("ecs:DescribeTasks", "ecs:StopTask"))),

    /** Sends a part of a load; what such a task runs. */
    LOAD_PART(Needs.NONE.changing(board()));

    @SuppressWarnings("ImmutableEnumChecker")
    private final Needs needs;

    Errand(Needs needs) {
        this.needs = needs;
    }

    /** What it needs. */
    public Needs needs() {
        return needs;
    }

    /** Where the parts of a load meet. */
    private static Needs board() {
        return Scope.OPERATIONS.may("dynamodb:GetItem", "dynamodb:Query", "dynamodb:PutItem", "dynamodb:DeleteItem");
    }
}
