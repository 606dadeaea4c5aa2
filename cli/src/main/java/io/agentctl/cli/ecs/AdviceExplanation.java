package io.agentctl.cli.ecs;

import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Sparkline;
import io.agentctl.cli.output.Tone;
import io.agentctl.control.rightsizing.DataUsed;
import io.agentctl.control.rightsizing.Reason;
import io.agentctl.control.rightsizing.ServiceAdvice;
import io.agentctl.control.rightsizing.Stranded;
import io.agentctl.control.rightsizing.Used;
import io.agentctl.control.rightsizing.WalkForward;
import java.util.Locale;

/** What one advice rests on, a line for each kind of evidence. */
public final class AdviceExplanation {

    private AdviceExplanation() {}

    /** Writes it. */
    public static void write(ServiceAdvice advice, Page page) {
        page.line(
                Tone.STRONG,
                advice.service() + ": " + advice.finding().name().toLowerCase(Locale.ROOT) + ", confidence "
                        + advice.confidence().name().toLowerCase(Locale.ROOT));
        for (Reason reason : advice.reasons()) {
            line(page, "why", reason.sentence());
        }
        Used used = advice.used();
        line(
                page,
                "CPU",
                "mean " + Figures.percent(used.cpuMean()) + ", p99 " + Figures.percent(used.cpuP99()) + ", peak "
                        + Figures.percent(used.cpuPeak()) + " of "
                        + advice.current().cpu() + " units  "
                        + Sparkline.of(
                                Sparkline.values(used.cpuHistory()),
                                0,
                                100,
                                used.cpuHistory().size(),
                                page.theme()));
        line(
                page,
                "memory",
                "peak " + Figures.percent(used.memoryPeak()) + " of "
                        + advice.current().memory() + " MiB");
        line(page, "pattern", advice.pattern().words());
        line(page, "checked", walked(advice.walkForward()));
        line(page, "stranded", stranded(advice.stranded()));
        line(page, "data", data(advice.data()));
    }

    private static void line(Page page, String label, String text) {
        page.line(String.format(Locale.ROOT, "  %-9s %s", label, text));
    }

    private static String walked(WalkForward walk) {
        if (walk.folds() == 0) {
            return "the history is too short to be walked forward";
        }
        return String.format(
                Locale.ROOT,
                "walked forward %d times over %,d minutes: %.2f of the cost in force, %,d minutes over budget, %,d"
                        + " throttled",
                walk.folds(),
                walk.minutesJudged(),
                walk.costRatio(),
                walk.minutesOverBudget(),
                walk.minutesThrottled());
    }

    private static String stranded(Stranded stranded) {
        return String.format(
                Locale.ROOT,
                "%.2f vCPU and %.2f GiB are paid for and never used: %s a month",
                stranded.vcpu(),
                stranded.gib(),
                stranded.monthlyCost());
    }

    private static String data(DataUsed data) {
        return String.format(
                Locale.ROOT,
                "%,d points over %.1f days, one every %d minutes; %,d gaps, %,d at the CPU limit",
                data.points(),
                data.span().toMinutes() / (24.0 * 60),
                data.period().toMinutes(),
                data.gaps(),
                data.censored());
    }
}
