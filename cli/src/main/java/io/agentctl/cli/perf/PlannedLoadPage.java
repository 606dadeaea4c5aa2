package io.agentctl.cli.perf;

import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.control.performance.load.LoadPlan;
import io.agentctl.control.performance.load.LoadPlan.PlannedStage;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What would be sent, laid out for people. */
final class PlannedLoadPage {

    private PlannedLoadPage() {}

    static void layout(LoadPlan plan, Page page) {
        page.line(Tone.STRONG, plan.scenario() + ": " + plan.method() + " " + plan.url());
        page.table(
                plan.stages(),
                List.of(
                        Column.text(
                                "STAGE",
                                stage -> stage.name()
                                        + (stage.warmUp() && !stage.name().contains("warm-up") ? " (warm-up)" : "")),
                        Column.text("LOAD", PlannedStage::load),
                        Column.number("REQUESTS", PlannedLoadPage::requests),
                        Column.number("TIME", PlannedLoadPage::time)));
        page.line((plan.requests().isPresent()
                        ? plan.requests().getAsLong() + " requests"
                        : "As many requests as are answered, at most " + plan.cap())
                + plan.length().map(length -> " in " + text(length)).orElse("")
                + ".");
        page.line("Roughly " + plan.roughCost() + ": " + plan.costBasis() + ".");
        if (!plan.sentBy().isEmpty()) {
            page.line(plan.sentBy());
        }
    }

    private static String requests(PlannedStage stage) {
        return stage.requests().isPresent() ? Long.toString(stage.requests().getAsLong()) : "as answered";
    }

    private static String time(PlannedStage stage) {
        String length = stage.duration().map(PlannedLoadPage::text).orElse("-");
        return stage.pause().isPositive() ? text(stage.pause()) + " pause, " + length : length;
    }

    private static String text(Duration duration) {
        return duration.toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
