package io.agentctl.cli.plan;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.apply.Applied;
import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.apply.Following;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.OperationState;
import io.agentctl.control.plan.Plan;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What every command does that changes something: show the plan, ask, apply it, say how to undo it. */
public final class PlanRun {

    private final UseCase<ApplyPlan.Request, ApplyPlan.Result> apply;

    public PlanRun(UseCase<ApplyPlan.Request, ApplyPlan.Result> apply) {
        this.apply = apply;
    }

    /**
     * Shows a plan and applies it, unless there is nothing to do or {@code --dry-run} was given.
     *
     * @param watch how long to watch after each rollout
     * @return the exit code
     */
    public int finish(Console console, Plan plan, Duration watch) {
        if (plan.isEmpty() || console.flags().consent().dryRun()) {
            console.print(PlanPage.document(plan));
            return pending(console, plan);
        }
        console.show(PlanPage.document(plan));
        return apply(console, plan, watch);
    }

    /** Asks, and applies a plan that was shown already. */
    public int apply(Console console, Plan plan, Duration watch) {
        console.confirm(question(plan));
        boolean follow = console.flags().waiting().untilDone();
        ApplyPlan.Result result = apply.run(
                new ApplyPlan.Request(plan, new Following(follow, follow ? watch : Duration.ZERO)), console.progress());
        console.print(Document.ofRows(result, "operations", page -> layout(result, page)));
        return code(console, result);
    }

    private static int code(Console console, ApplyPlan.Result result) {
        if (result.operations().stream().allMatch(applied -> applied.unseen().isEmpty())) {
            return Exit.OK;
        }
        return console.progress().cancellation().requested()
                ? ErrorCode.INTERRUPTED.exitCode()
                : ErrorCode.STILL_RUNNING.exitCode();
    }

    /** The exit code of a plan that is not applied. */
    public static int pending(Console console, Plan plan) {
        return console.flags().waiting().detailedExitCode() && !plan.isEmpty() ? Exit.PENDING : Exit.OK;
    }

    private static String question(Plan plan) {
        int changes = plan.resources().stream()
                .mapToInt(resource -> resource.changes().size())
                .sum();
        return (changes == 1 ? "Apply this change" : "Apply these " + changes + " changes") + " in " + plan.target()
                + "?";
    }

    private static void layout(ApplyPlan.Result result, Page page) {
        for (Applied applied : result.operations()) {
            boolean proved = applied.state() == OperationState.SUCCEEDED;
            page.line(
                    proved ? Tone.GOOD : Tone.WARNING,
                    (proved ? page.theme().tick() + " " : "? ")
                            + applied.resource().name() + ": " + applied.summary()
                            + (proved ? ", verified" : ", applied but not verified"));
            applied.unseen().ifPresent(what -> page.line(Tone.WARNING, "  " + what));
        }
        page.table(
                result.operations(),
                List.of(
                        Column.text("OPERATION", applied -> applied.operation().toString()),
                        Column.text("STATE", applied -> applied.state().name().toLowerCase(Locale.ROOT)),
                        Column.text("PUT IT BACK WITH", applied -> "agentctl ops undo " + applied.operation())));
    }
}
