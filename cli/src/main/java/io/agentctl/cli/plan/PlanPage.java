package io.agentctl.cli.plan;

import io.agentctl.cli.output.Cell;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.Risk;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a plan looks to people: where it goes first, then each change, then the money. */
public final class PlanPage {

    private PlanPage() {}

    /** The plan as a document of its own. */
    public static Document document(Plan plan) {
        return Document.of(plan, page -> layout(plan, page));
    }

    /** Lays a plan out. */
    public static void layout(Plan plan, Page page) {
        page.line(Tone.STRONG, "Plan: " + plan.kind() + " in " + plan.target());
        if (plan.isEmpty()) {
            page.line("Nothing to change.");
            return;
        }
        List<Change> changes = plan.resources().stream()
                .flatMap(resource -> resource.changes().stream())
                .toList();
        boolean free = changes.stream().allMatch(change -> change.monthly().compareTo(Money.ZERO) == 0);
        page.table(changes, columns(page, free));
        if (plan.monthly().compareTo(Money.ZERO) != 0) {
            page.line(money(plan.monthly()));
        }
    }

    /** Where nothing costs more or less, the room is for what changes. */
    private static List<Column<Change>> columns(Page page, boolean free) {
        List<Column<Change>> columns = new ArrayList<>(List.of(
                Column.text("RESOURCE", change -> change.resource().name()),
                Column.text("FIELD", Change::field),
                Column.text("CHANGE", change -> values(change, page)),
                Column.toned("RISK", change -> risk(change.risk()))));
        if (!free) {
            columns.add(Column.number("USD/MONTH", change -> signed(change.monthly())));
        }
        columns.add(Column.text("WHY", Change::why));
        return columns;
    }

    /** The colour that goes with a risk. */
    public static Cell risk(Risk risk) {
        Tone tone =
                switch (risk) {
                    case LOW -> Tone.GOOD;
                    case MEDIUM -> Tone.WARNING;
                    case HIGH -> Tone.BAD;
                };
        return new Cell(risk.name().toLowerCase(Locale.ROOT), tone);
    }

    /** Money with its sign, since a plan adds or saves; a dash where it does neither. */
    public static String signed(Money money) {
        int sign = money.compareTo(Money.ZERO);
        if (sign == 0) {
            return "-";
        }
        return sign > 0 ? "+" + money : money.toString();
    }

    private static String money(Money monthly) {
        return monthly.compareTo(Money.ZERO) < 0
                ? "Saves " + Money.ZERO.minus(monthly) + " a month."
                : "Costs " + monthly + " more a month.";
    }

    private static String values(Change change, Page page) {
        return shortened(change.from()) + " " + page.theme().arrow() + " " + shortened(change.to());
    }

    /** An ARN's last part says all that an operator needs. */
    private static String shortened(String value) {
        if (value.isEmpty()) {
            return "none";
        }
        return value.startsWith("arn:") ? value.substring(value.lastIndexOf('/') + 1) : value;
    }
}
