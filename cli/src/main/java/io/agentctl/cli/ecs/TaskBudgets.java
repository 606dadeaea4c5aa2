package io.agentctl.cli.ecs;

import io.agentctl.control.rightsizing.Budgets;
import io.agentctl.control.settings.Project;
import io.agentctl.control.settings.Settings;

/** How full tasks may be, in percent. */
public final class TaskBudgets {

    private TaskBudgets() {}

    /** The project's. */
    public static Budgets of(Settings settings) {
        Project.Budgets budgets = settings.project().budgets();
        return new Budgets(budgets.cpu().value() * 100, budgets.memory().value() * 100);
    }
}
