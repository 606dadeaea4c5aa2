package io.agentctl.cli.table;

import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.plan.PlanPage;
import io.agentctl.cli.plan.PlanRun;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.capacity.Mode;
import io.agentctl.control.capacity.PlanSwitch;
import io.agentctl.control.capacity.TableName;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.time.Duration;
import java.util.OptionalInt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code table switch}. */
@Command(
        footer = {
            "agentctl table switch orders --to provisioned                # what would change, and its price",
            "agentctl table switch orders --to provisioned --target 60% --apply",
            "agentctl table switch orders --to on-demand --apply --yes",
            "agentctl table switch orders --to on-demand -o json > plan.json && agentctl apply plan.json",
        })
public final class TableSwitch implements Verb {

    private final UseCase<PlanSwitch.Request, PlanSwitch.Result> plan;
    private final PlanRun run;

    @Parameters(paramLabel = "TABLE", converter = TableNameConverter.class, description = "The table.")
    private TableName table;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "MODE",
            converter = ModeConverter.class,
            description = "on-demand or provisioned.")
    private Mode to;

    @Option(
            names = "--target",
            paramLabel = "PERCENT",
            converter = TargetConverter.class,
            description = "Provisioned, the share in use that scaling aims at; default: as it was, else 70%%.")
    private Integer target;

    @Option(
            names = "--since",
            paramLabel = "DURATION",
            defaultValue = "14d",
            description = "How far to look back for use; default: 14d.")
    private Duration since;

    @Option(names = "--apply", description = "Apply the plan after it was confirmed.")
    private boolean apply;

    public TableSwitch(
            UseCase<PlanSwitch.Request, PlanSwitch.Result> plan, UseCase<ApplyPlan.Request, ApplyPlan.Result> apply) {
        this.plan = plan;
        this.run = new PlanRun(apply);
    }

    @Override
    public int call(Console console) {
        if (to == Mode.ON_DEMAND && target != null) {
            throw new AgentctlException(
                    ErrorCode.USAGE, "--target goes with --to provisioned: on demand nothing scales", "");
        }
        OptionalInt wanted = target == null ? OptionalInt.empty() : OptionalInt.of(target);
        PlanSwitch.Result result = plan.run(new PlanSwitch.Request(table, to, wanted, since), console.progress());
        Document document = Document.of(result, page -> {
            PlanPage.document(result.plan()).layout().accept(page);
            result.notes().forEach(note -> page.line(Tone.FAINT, note));
        });
        if (!apply || result.plan().isEmpty() || console.flags().consent().dryRun()) {
            console.print(document);
            return PlanRun.pending(console, result.plan());
        }
        console.show(document);
        return run.apply(console, result.plan(), Duration.ZERO);
    }
}
