package io.agentctl.control.overview;

import io.agentctl.control.settings.Project;

/** Shares of what is provided, over 0 and up to 1, that may be in use on average. */
public record Budgets(double cpu, double memory, double network, double table) {

    /** Those of a project. */
    public static Budgets of(Project.Budgets budgets) {
        return new Budgets(
                budgets.cpu().value(),
                budgets.memory().value(),
                budgets.network().value(),
                budgets.table().value());
    }
}
