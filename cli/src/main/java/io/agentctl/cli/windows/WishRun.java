package io.agentctl.cli.windows;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.windows.WindowFile;
import io.agentctl.control.windows.run.ApplyWindows;
import io.agentctl.control.windows.run.ApplyWish;
import io.agentctl.control.windows.run.Decision;
import io.agentctl.control.windows.run.PlanWish;
import io.agentctl.control.windows.run.WishPlan;
import io.agentctl.control.windows.state.Wish;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What {@code wake}, {@code sleep} and {@code cancel} have in common: look, show, ask, do.
 *
 * @param reader reads the windows
 * @param plan looks what a wish would do
 * @param apply notes and follows it
 * @param clock the time there
 * @param who who asks, as others see it
 */
public record WishRun(
        Function<Optional<Path>, WindowFile> reader,
        UseCase<PlanWish.Request, WishPlan> plan,
        UseCase<ApplyWish.Request, ApplyWindows.Result> apply,
        Supplier<Clock> clock,
        String who) {

    /**
     * Changes what is wished of a service.
     *
     * @param wish makes the wish from the present time; an empty one lets the windows count again
     */
    int run(Console console, WindowFileOptions file, String service, Function<Instant, Optional<Wish>> wish) {
        WindowFile rules = file.read(reader);
        Instant now = clock.get().instant();
        WishPlan planned = plan.run(new PlanWish.Request(rules, service, wish.apply(now), now), console.progress());
        if (planned.isEmpty() || console.flags().consent().dryRun()) {
            console.print(document(planned));
            return Exit.OK;
        }
        console.show(document(planned));
        console.confirm(WindowPages.question(1, planned.target()));
        ApplyWindows.Result result =
                apply.run(new ApplyWish.Request(planned, rules, now, WindowsApply.wait(console)), console.progress());
        console.print(WindowPages.result(result));
        return WindowsApply.code(console, result);
    }

    private static Document document(WishPlan plan) {
        return Document.of(plan, page -> layout(plan, page));
    }

    private static void layout(WishPlan plan, Page page) {
        Decision decision = plan.decision();
        page.line("In " + plan.target() + ", " + decision.service().service() + ":");
        plan.before().ifPresent(before -> page.line("- " + text(before)));
        plan.wish().ifPresent(wish -> page.line("+ " + text(wish)));
        page.line("  tasks " + WindowPages.tasks(decision.desired(), decision.to()) + ": " + decision.why());
    }

    private static String text(Wish wish) {
        return WindowPages.should(wish.asleep()) + " until " + wish.until() + ", by " + wish.by() + ": "
                + wish.reason();
    }
}
