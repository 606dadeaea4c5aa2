package io.agentctl.cli.lambda;

import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.control.lambda.Architectures;
import io.agentctl.control.lambda.SweepPlan;
import io.agentctl.control.race.Course;
import io.agentctl.control.race.LambdaSize;
import io.agentctl.control.race.Objective;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * What a sweep is going to do, for programs and for people.
 *
 * @param function its name
 * @param context where
 * @param account where
 * @param region where
 * @param current the size that it has
 * @param sizes to be measured
 * @param explores whether sizes between may be added
 * @param maxInvocations of all sizes together
 * @param maxSpend US dollars, if there is a limit
 * @param concurrency invocations in flight at most
 * @param usualMs mean duration of late; absent if it was not invoked
 * @param firstRoundUsd what the first round is expected to cost
 * @param mostUsd what all the invocations that are allowed are expected to cost
 * @param prices the price table
 * @param remarks what the reader should know
 */
record SweepPreview(
        String function,
        String context,
        String account,
        String region,
        String current,
        List<String> sizes,
        boolean explores,
        int maxInvocations,
        OptionalDouble maxSpend,
        int concurrency,
        OptionalDouble usualMs,
        double firstRoundUsd,
        double mostUsd,
        String prices,
        List<String> remarks) {

    private static final MathContext TWO_DIGITS = new MathContext(2);

    static Document document(SweepPlan plan) {
        return Document.of(of(plan), page -> layout(plan, page));
    }

    private static SweepPreview of(SweepPlan plan) {
        Course course = plan.course();
        return new SweepPreview(
                plan.function().value(),
                plan.target().context(),
                plan.target().account(),
                plan.target().region(),
                plan.current().toString(),
                course.sizes().stream().map(LambdaSize::toString).toList(),
                plan.explores(),
                course.settings().maxInvocations(),
                course.settings().maxSpendUsd(),
                plan.concurrency(),
                plan.estimate().usualMs(),
                plan.estimate().firstRoundUsd(),
                plan.estimate().mostUsd(),
                plan.prices(),
                plan.remarks());
    }

    private static void layout(SweepPlan plan, Page page) {
        Course course = plan.course();
        page.line(Tone.STRONG, "Sweep of " + plan.function() + " in " + plan.target());
        page.line("It has " + plan.current() + ". Wanted: " + wanted(course.objective()) + ".");
        page.line("Measured: " + sizes(course.sizes()) + (plan.explores() ? ", and sizes between where it pays" : "")
                + "; at most " + course.settings().maxInvocations() + " invocations, " + plan.concurrency()
                + " at once.");
        page.line("It is to cost about " + dollars(plan.estimate().firstRoundUsd())
                + " in the first round, and up to about "
                + dollars(Math.min(
                        course.settings().spendLimitUsd(), plan.estimate().mostUsd()))
                + " in all, cold starts not counted (" + basis(plan) + ").");
        page.line(
                "Its memory is changed to publish a version of each size, and put back before the first invocation. The"
                        + " versions");
        page.line(
                "and aliases made are removed at the end; so they are after Ctrl-C, a failure, and by agentctl ops undo.");
        plan.remarks().forEach(remark -> page.line(Tone.WARNING, "Note: " + remark));
    }

    private static String basis(SweepPlan plan) {
        OptionalDouble usual = plan.estimate().usualMs();
        return usual.isPresent()
                ? String.format(Locale.ROOT, "it took %.0f ms on average of late", usual.getAsDouble())
                : "it was not invoked of late, so this is if every invocation ran into the time-out";
    }

    private static String wanted(Objective objective) {
        return switch (objective) {
            case Objective.Cost ignored -> "the cheapest size";
            case Objective.Speed ignored -> "the fastest size";
            case Objective.Balanced balanced ->
                "the best balance, the cost weighing " + plain(balanced.weight()) + " and the time "
                        + plain(1 - balanced.weight());
            case Objective.Slo slo -> "the cheapest size whose p95 is at most " + plain(slo.p95Ms()) + " ms";
        };
    }

    /** Grouped by processor: {@code 128, 256, 512 MB x86_64}. */
    private static String sizes(List<LambdaSize> sizes) {
        return sizes.stream().collect(Collectors.groupingBy(LambdaSize::architecture)).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue().stream()
                                .map(size -> Integer.toString(size.memoryMb()))
                                .collect(Collectors.joining(", "))
                        + " MB " + Architectures.name(entry.getKey()))
                .collect(Collectors.joining("; "));
    }

    /** Sweeps cost fractions of a cent: two digits, wherever they are. */
    private static String dollars(double usd) {
        return "$" + new BigDecimal(usd).round(TWO_DIGITS).toPlainString();
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }
}
