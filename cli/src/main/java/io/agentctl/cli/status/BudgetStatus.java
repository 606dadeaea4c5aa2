package io.agentctl.cli.status;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.ecs.Services;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.overview.BudgetLine.Verdict;
import io.agentctl.control.overview.Budgets;
import io.agentctl.control.overview.CheckBudgets;
import io.agentctl.control.settings.Project;
import java.time.Duration;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code budget status}. */
@Command(
        footer = {
            "agentctl budget status                 # the last day; exit code 3 if a budget is exceeded",
            "agentctl budget status --since 1h -o json --query 'budgets[?verdict==`over`]'",
        })
public final class BudgetStatus implements Verb {

    private final Supplier<Project> project;
    private final UseCase<CheckBudgets.Request, CheckBudgets.Result> check;

    @Option(
            names = "--since",
            paramLabel = "DURATION",
            defaultValue = "1d",
            description = "Over how long; default: 1d.")
    private Duration since;

    public BudgetStatus(Supplier<Project> project, UseCase<CheckBudgets.Request, CheckBudgets.Result> check) {
        this.project = project;
        this.check = check;
    }

    @Override
    public int call(Console console) {
        Project settings = project.get();
        CheckBudgets.Result result = check.run(
                new CheckBudgets.Request(
                        Budgets.of(settings.budgets()), Services.allOf(""), StatusCommands.tables(settings), since),
                console.progress());
        console.print(Document.ofRows(result, "budgets", page -> layout(result, page)));
        return result.over() ? ErrorCode.VERDICT_NO.exitCode() : Exit.OK;
    }

    private static void layout(CheckBudgets.Result result, Page page) {
        if (result.budgets().isEmpty()) {
            page.line("There are no services and no tables to compare.");
            return;
        }
        BudgetTable.layout(result.budgets(), page);
        long over = result.budgets().stream()
                .filter(line -> line.verdict() == Verdict.OVER)
                .count();
        page.line(
                over > 0 ? Tone.BAD : Tone.PLAIN,
                over + " of " + result.budgets().size() + " over budget, on average over "
                        + Lengths.text(result.since()) + ".");
    }
}
