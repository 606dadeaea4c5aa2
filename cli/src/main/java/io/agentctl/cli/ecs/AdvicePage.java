package io.agentctl.cli.ecs;

import io.agentctl.cli.output.Cell;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.plan.PlanPage;
import io.agentctl.control.plan.Money;
import io.agentctl.control.rightsizing.AdviseOnFile;
import io.agentctl.control.rightsizing.Alternative;
import io.agentctl.control.rightsizing.Finding;
import io.agentctl.control.rightsizing.RightsizeServices;
import io.agentctl.control.rightsizing.ServiceAdvice;
import io.agentctl.control.rightsizing.Sizing;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How advice on sizes looks to people.
 *
 * @param explain whether to show what each advice rests on
 * @param alternatives whether to show the other choices
 */
record AdvicePage(boolean explain, boolean alternatives) {

    void layout(RightsizeServices.Result result, Page page) {
        page.line(Tone.FAINT, "In " + result.target() + ", " + lookBack(result));
        services(result.services(), page);
        Money monthly = result.monthlyAfter().minus(result.monthlyNow());
        page.line(result.monthlyNow() + " a month now, " + result.monthlyAfter() + " as advised ("
                + PlanPage.signed(monthly) + ").");
        page.line(Tone.FAINT, result.prices());
    }

    void layout(AdviseOnFile.Result result, Page page) {
        services(result.services(), page);
        page.line(Tone.FAINT, result.prices());
    }

    private void services(List<ServiceAdvice> services, Page page) {
        page.table(services, columns());
        for (ServiceAdvice service : services) {
            if (!explain && service.finding() != Finding.RIGHT) {
                page.line(
                        service.service() + ": " + service.reasons().getFirst().sentence());
            }
        }
        for (ServiceAdvice service : services) {
            if (explain) {
                page.blank();
                AdviceExplanation.write(service, page);
            }
            if (alternatives && !service.alternatives().isEmpty()) {
                page.blank();
                page.line(Tone.STRONG, service.service() + ": alternatives");
                page.table(service.alternatives(), alternativeColumns());
            }
        }
    }

    private static List<Column<ServiceAdvice>> columns() {
        return List.of(
                Column.text("SERVICE", ServiceAdvice::service),
                Column.toned("FINDING", AdvicePage::finding),
                Column.number("NOW", advice -> size(advice.current())),
                Column.number("ADVISED", AdvicePage::advised),
                Column.number(
                        "USD/MONTH", advice -> advice.current().monthlyCost().toString()),
                Column.number("CHANGE", advice -> PlanPage.signed(advice.monthly())),
                Column.number("CPU P99", advice -> Figures.percent(advice.used().cpuP99())),
                Column.number(
                        "CPU PEAK", advice -> Figures.percent(advice.used().cpuPeak())),
                Column.number("MEMORY", advice -> Figures.percent(advice.used().memoryPeak())),
                Column.toned("RISK", AdvicePage::risk));
    }

    private static List<Column<Alternative>> alternativeColumns() {
        return List.of(
                Column.text("SIZE", alternative -> size(alternative.sizing())),
                Column.number(
                        "USD/MONTH",
                        alternative -> alternative.sizing().monthlyCost().toString()),
                Column.number("MINUTES OVER BUDGET", alternative -> Long.toString(alternative.minutesOverBudget())),
                Column.number("MINUTES THROTTLED", alternative -> Long.toString(alternative.minutesThrottled())),
                Column.text("FITS", alternative -> alternative.fits() ? "yes" : "no"));
    }

    private static String lookBack(RightsizeServices.Result result) {
        double days = Duration.between(result.from(), result.to()).toHours() / 24.0;
        return String.format(Locale.ROOT, "%.0f days to %s", days, result.to());
    }

    private static Cell finding(ServiceAdvice advice) {
        Tone tone =
                switch (advice.finding()) {
                    case OVER -> Tone.WARNING;
                    case UNDER -> Tone.BAD;
                    case RIGHT -> Tone.GOOD;
                    case UNKNOWN -> Tone.FAINT;
                };
        return new Cell(advice.finding().name().toLowerCase(Locale.ROOT), tone);
    }

    private static Cell risk(ServiceAdvice advice) {
        return changes(advice) ? PlanPage.risk(advice.risk()) : Cell.of("-");
    }

    private static String advised(ServiceAdvice advice) {
        if (advice.finding() == Finding.UNKNOWN) {
            return "?";
        }
        return changes(advice) ? size(advice.advised()) : "as it is";
    }

    private static boolean changes(ServiceAdvice advice) {
        return !advice.current().equals(advice.advised());
    }

    private static String size(Sizing sizing) {
        return sizing.cpu() == 0 ? "?" : sizing.toString();
    }
}
