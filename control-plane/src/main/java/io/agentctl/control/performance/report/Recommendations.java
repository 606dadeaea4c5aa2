package io.agentctl.control.performance.report;

import io.agentctl.control.performance.Counts;
import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.performance.LoadResult.StageResult;
import io.agentctl.control.performance.Measured;
import io.agentctl.control.performance.ResourceUse.Use;
import io.agentctl.control.performance.threshold.FigureText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What follows from the figures; each says from which. */
public final class Recommendations {

    /** The performance budget of the reference: CPU 70 %, memory 80 %. */
    private static final double CPU_BUDGET = 70;

    private static final double MEMORY_BUDGET = 80;
    private static final double SLOW_CONNECT = 0.25;
    private static final double TAIL = 10;
    private static final double MORE_LOAD = 1.2;
    private static final double MORE_ANSWERS = 1.05;
    private static final long FEW = 1000;
    private static final double OFTEN = 0.5;

    private final LoadResult result;
    private final List<String> all = new ArrayList<>();

    private Recommendations(LoadResult result) {
        this.result = result;
    }

    /** What to do, the most important first; empty where nothing follows. */
    public static List<String> of(LoadResult result) {
        Recommendations recommendations = new Recommendations(result);
        recommendations.generator();
        recommendations.errors();
        recommendations.resources();
        recommendations.knee();
        recommendations.connections();
        recommendations.tail();
        return List.copyOf(recommendations.all);
    }

    private void generator() {
        if (result.generator().saturated()) {
            all.add("Run it again from a larger or quieter machine, or at a lower rate: "
                    + String.join("; ", result.generator().reasons()) + ".");
        }
    }

    private void errors() {
        Counts counts = result.total().counts();
        long overload =
                counts.statuses().getOrDefault("503", 0L) + counts.statuses().getOrDefault("429", 0L);
        if (overload > 0) {
            all.add(say(
                    "Add capacity or raise the limit of requests under way: %d answers were 503 or 429.", overload));
        }
        long failing = counts.statuses().getOrDefault("500", 0L)
                + counts.statuses().getOrDefault("502", 0L)
                + counts.statuses().getOrDefault("504", 0L);
        if (failing > 0) {
            all.add(say("Look at the target's logs of this time: %d answers were 500, 502 or 504.", failing));
        }
        long timeouts = counts.errors().getOrDefault("timeout", 0L);
        if (timeouts > 0) {
            all.add(say("Find what hangs: %d requests had no answer in time.", timeouts));
        }
        long broken = counts.errors().getOrDefault("connection closed", 0L)
                + counts.errors().getOrDefault("connection reset", 0L);
        if (broken > 0) {
            all.add(say(
                    "Compare the target's idle timeout with its load balancer's: %d connections were closed under a request.",
                    broken));
        }
    }

    private void resources() {
        result.resources().ifPresent(resources -> resources.uses().forEach(this::resource));
    }

    private void resource(Use use) {
        if (use.metric().equals("CPU") && use.peak() > CPU_BUDGET) {
            all.add(say(
                    "Give %s more CPU or tasks (agentctl ecs rightsize): its CPU peaked at %.0f %%, over the budget of %.0f %%.",
                    use.resource(), use.peak(), CPU_BUDGET));
        } else if (use.metric().equals("memory") && use.peak() > MEMORY_BUDGET) {
            all.add(say(
                    "Give %s more memory (agentctl ecs rightsize): it peaked at %.0f %%, over the budget of %.0f %%.",
                    use.resource(), use.peak(), MEMORY_BUDGET));
        } else if (use.metric().equals("throttles") && use.peak() > 0) {
            all.add(say(
                    "Raise the capacity of %s (agentctl table capacity): %.0f requests a minute were throttled at its peak.",
                    use.resource(), use.peak()));
        }
    }

    /** Where more callers no longer get more answers. */
    private void knee() {
        List<StageResult> stages =
                result.stages().stream().filter(stage -> !stage.warmUp()).toList();
        for (int index = 1; index < stages.size(); index++) {
            Measured before = stages.get(index - 1).measured();
            Measured after = stages.get(index).measured();
            boolean slower =
                    after.latency().p50() > MORE_LOAD * before.latency().p50();
            if (slower && after.throughput() < MORE_ANSWERS * before.throughput()) {
                all.add(say(
                        "Expect no more than %s: from stage %s to %s, answers went from %s to %s while p50 rose from %s to %s.",
                        FigureText.perSecond(Math.max(before.throughput(), after.throughput())),
                        stages.get(index - 1).name(),
                        stages.get(index).name(),
                        FigureText.perSecond(before.throughput()),
                        FigureText.perSecond(after.throughput()),
                        FigureText.millis(before.latency().p50()),
                        FigureText.millis(after.latency().p50())));
                return;
            }
        }
    }

    private void connections() {
        Measured total = result.total();
        long answered = total.counts().answered();
        if (answered > 0 && total.counts().connections() > OFTEN * answered && answered > FEW) {
            all.add(say(
                    "Have the target keep connections open: %d were opened for %d answers.",
                    total.counts().connections(), answered));
        }
        if (total.tls().count() > 0
                && total.tls().p50() > SLOW_CONNECT * total.latency().p50()
                && total.tls().p50() > TAIL) {
            all.add(say(
                    "Look at TLS: agreeing on it took %s (p50), beside a latency of %s.",
                    FigureText.millis(total.tls().p50()),
                    FigureText.millis(total.latency().p50())));
        }
    }

    private void tail() {
        Measured total = result.total();
        if (total.latency().count() >= FEW
                && total.latency().p99() > TAIL * total.latency().p50()) {
            all.add(say(
                    "Look for stalls, such as garbage collection, cold starts or locks: p99 is %s, %.0f times the p50 of %s.",
                    FigureText.millis(total.latency().p99()),
                    total.latency().p99() / total.latency().p50(),
                    FigureText.millis(total.latency().p50())));
        }
    }

    private static String say(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
