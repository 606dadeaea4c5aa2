package io.agentctl.cli.dashboard;

import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.control.dashboards.PlanDashboard;
import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.Plan;
import java.util.List;

/** The plan of a dashboard: a line for each widget, for nobody reads their JSON in a terminal. */
final class DashboardPage {

    private DashboardPage() {}

    static Document document(PlanDashboard.Result result) {
        return Document.of(result, page -> layout(result, page));
    }

    private static void layout(PlanDashboard.Result result, Page page) {
        Plan plan = result.plan();
        page.line(Tone.STRONG, "Plan: dashboard " + result.name() + " in " + plan.target());
        if (plan.isEmpty()) {
            page.line("Nothing to change.");
            return;
        }
        List<Change> changes = plan.resources().getFirst().changes();
        page.table(
                changes,
                List.of(
                        Column.text("CHANGE", DashboardPage::kind),
                        Column.text("WIDGET", Change::field),
                        Column.text("WHY", Change::why)));
        if (plan.monthly().compareTo(Money.ZERO) != 0) {
            page.line("Costs " + plan.monthly() + " more a month.");
        }
        page.line(result.prices());
    }

    private static String kind(Change change) {
        if (change.from().isEmpty()) {
            return "add";
        }
        return change.to().isEmpty() ? "remove" : "change";
    }
}
