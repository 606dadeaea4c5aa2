package io.agentctl.cli.table;

import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.plan.PlanPage;
import io.agentctl.cli.plan.PlanRun;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.capacity.Mode;
import io.agentctl.control.capacity.PlanSwitch;
import io.agentctl.control.capacity.ProvisionedMeter;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code table switch}. */
@Command(
        footer = {
            "agentctl table switch orders --to provisioned                # what would change, and its price",
            "agentctl table switch orders --to provisioned --apply        # fixed or scaling, as is cheaper",
            "agentctl table switch orders --to provisioned --target 60% --apply",
            "agentctl table switch orders --to provisioned --fixed --apply",
            "agentctl table switch orders --to on-demand --apply --yes",
            "agentctl table switch orders --to on-demand -o json > plan.json && agentctl apply plan.json",
        })
public final class TableSwitch implements Verb {

    private final UseCase<PlanSwitch.Request, PlanSwitch.Result> plan;
    private final PlanRun run;

    @Mixin
    private TableChoice table = new TableChoice();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "MODE",
            converter = ModeConverter.class,
            description = "on-demand or provisioned.")
    private Mode to;

    @Mixin
    private ProvisionedOptions provisioned = new ProvisionedOptions();

    @Mixin
    private LookBackOption back = new LookBackOption();

    @Option(names = "--apply", description = "Apply the plan after it was confirmed.")
    private boolean apply;

    public TableSwitch(
            UseCase<PlanSwitch.Request, PlanSwitch.Result> plan, UseCase<ApplyPlan.Request, ApplyPlan.Result> apply) {
        this.plan = plan;
        this.run = new PlanRun(apply);
    }

    @Override
    public int call(Console console) {
        provisioned.requireMode(to);
        PlanSwitch.Result result = plan.run(
                new PlanSwitch.Request(table.name(), to, provisioned.wish(), back.since()), console.progress());
        boolean dry = !apply || console.flags().consent().dryRun();
        Document document = Document.of(result, page -> layout(result, page));
        if (dry || result.plan().isEmpty()) {
            console.print(document);
            return PlanRun.pending(console, result.plan());
        }
        console.show(document);
        return run.apply(console, result.plan(), Duration.ZERO);
    }

    private void layout(PlanSwitch.Result result, Page page) {
        PlanPage.layout(result.plan(), page);
        if (!result.meters().isEmpty()) {
            page.blank();
            page.table(
                    result.meters(),
                    List.of(
                            Column.text("UNITS A SECOND", row -> row.meter().toString()),
                            Column.text("BECOMES", row -> row.chosen().setting()),
                            Column.number(
                                    "USD/MONTH", row -> row.chosen().monthly().toString()),
                            Column.number(
                                    "THROTTLED",
                                    row -> TableFigures.percent(row.chosen().throttledShare())),
                            Column.number("FIXED", row -> TableFigures.cost(row.fixed())),
                            Column.text("", row -> TableFigures.setting(row.fixed())),
                            Column.number("SCALED", row -> TableFigures.cost(row.scaled())),
                            Column.text("", row -> TableFigures.setting(row.scaled())),
                            Column.text("WHY", ProvisionedMeter::reason)));
        }
        result.notes().forEach(note -> page.line(Tone.FAINT, note));
        page.line(Tone.FAINT, result.prices());
        if (!apply && !result.plan().isEmpty()) {
            page.line("Nothing was changed. Do it with --apply.");
        }
    }
}
