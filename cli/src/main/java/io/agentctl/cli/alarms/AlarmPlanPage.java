package io.agentctl.cli.alarms;

import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.plan.PlanPage;
import io.agentctl.control.alarms.upkeep.AlarmChange;
import io.agentctl.control.alarms.upkeep.AlarmChange.Kind;
import io.agentctl.control.alarms.upkeep.AlarmPlan;
import io.agentctl.control.plan.Money;
import io.agentctl.control.yaml.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A plan of alarms as people read it: what is done with which alarm, when they would fire, money and time. */
final class AlarmPlanPage {

    private AlarmPlanPage() {}

    /** The plan as a document, whose {@code plan} is what is saved and applied. */
    static Document document(AlarmPlan plan) {
        return Document.ofRows(plan, "changes", page -> layout(plan, page));
    }

    private static void layout(AlarmPlan plan, Page page) {
        page.line(
                Tone.STRONG,
                "Plan: " + plan.plan().kind() + " in " + plan.plan().target());
        plan.findings()
                .forEach(finding -> page.line(
                        finding.severity() == Finding.Severity.ERROR ? Tone.BAD : Tone.WARNING, finding.text()));
        SignalsLines.layout(plan.signals(), page);
        plan.changes().forEach(change -> change(change, page));
        if (!plan.changes().isEmpty() && !plan.tiers().isEmpty()) {
            page.blank();
            TierTable.layout(plan, page);
        }
        page.line(counts(plan));
        if (plan.plan().monthly().compareTo(Money.ZERO) != 0) {
            page.line(PlanPage.signed(plan.plan().monthly()) + " a month (" + plan.prices() + ").");
        }
        if (!plan.signals().changes().isEmpty()) {
            page.line("What Application Signals charges for objectives is not known here; see"
                    + " aws.amazon.com/cloudwatch/pricing.");
        }
        orphans(plan, page);
    }

    private static void orphans(AlarmPlan plan, Page page) {
        List<String> orphans = new ArrayList<>(plan.signals().orphans());
        orphans.addAll(plan.orphans());
        if (!orphans.isEmpty()) {
            page.line(
                    Tone.WARNING,
                    orphans.size() + " that nothing asks for any more: agentctl alarms prune deletes "
                            + String.join(", ", orphans));
        }
    }

    private static void change(AlarmChange change, Page page) {
        page.line(tone(change.kind()), sign(change.kind()) + " " + change.alarm() + why(change));
        change.fields()
                .forEach(field -> page.line("    " + field.field() + ": " + shown(field.from()) + " "
                        + page.theme().arrow() + " " + shown(field.to())));
    }

    private static String shown(String value) {
        return value.isEmpty() ? "none" : value;
    }

    private static Tone tone(Kind kind) {
        return switch (kind) {
            case ADD -> Tone.GOOD;
            case CHANGE -> Tone.WARNING;
            case DELETE -> Tone.BAD;
        };
    }

    private static String sign(Kind kind) {
        return switch (kind) {
            case ADD -> "+";
            case CHANGE -> "~";
            case DELETE -> "-";
        };
    }

    private static String why(AlarmChange change) {
        return switch (change.cause()) {
            case NEW, FILE, WISH -> "";
            case HAND -> "  edited by hand";
            case MUTE_OVER -> "  its mute is over";
            case ORPHAN -> "  nothing asks for it any more";
        };
    }

    /** For example {@code 12 to add, 4 to change, 36 as they should be; takes about 6 s}. */
    private static String counts(AlarmPlan plan) {
        int objectives = plan.signals().changes().size();
        if (plan.changes().isEmpty() && objectives > 0) {
            return objectives + (objectives == 1 ? " objective" : " objectives") + " of Application Signals to set; "
                    + plan.unchanged() + " alarms as they should be.";
        }
        if (plan.changes().isEmpty()) {
            return plan.unchanged() == 0
                    ? "Nothing to change."
                    : "Nothing to change: " + plan.unchanged()
                            + (plan.unchanged() == 1 ? " is as it should be." : " are as they should be.");
        }
        StringBuilder text = new StringBuilder();
        for (Kind kind : Kind.values()) {
            long count = plan.changes().stream()
                    .filter(change -> change.kind() == kind)
                    .count();
            if (count > 0) {
                text.append(text.isEmpty() ? "" : ", ")
                        .append(count)
                        .append(" to ")
                        .append(kind.name().toLowerCase(Locale.ROOT));
            }
        }
        return text + ", " + plan.unchanged() + " as they should be; takes about "
                + Math.max(1, plan.takes().toSeconds()) + " s at the rates at which AWS takes changes.";
    }
}
