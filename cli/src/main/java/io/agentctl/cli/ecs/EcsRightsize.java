package io.agentctl.cli.ecs;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.option.CpuUnitsConverter;
import io.agentctl.cli.option.MebibytesConverter;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.plan.PlanRun;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.fargate.TaskSize;
import io.agentctl.control.rightsizing.AdviseOnFile;
import io.agentctl.control.rightsizing.Budgets;
import io.agentctl.control.rightsizing.RightsizeServices;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ecs rightsize}. */
@Command(
        footer = {
            "agentctl ecs rightsize api --explain            # what should change, and why",
            "agentctl ecs rightsize -i                       # try sizes on a screen",
            "agentctl ecs rightsize api --apply --watch 10m  # change it, follow it, put it back if it goes bad",
            "agentctl ecs rightsize --all -o json > plan.json && agentctl apply plan.json",
            "agentctl ecs rightsize --from-csv usage.csv --cpu 2048 --memory 4096 --tasks 1 -o json",
        })
public final class EcsRightsize implements Verb {

    private final UseCase<RightsizeServices.Request, RightsizeServices.Result> rightsize;
    private final UseCase<AdviseOnFile.Request, AdviseOnFile.Result> advise;
    private final Supplier<Budgets> projectBudgets;
    private final PlanRun run;
    private final Supplier<Interactive> interactive;

    @Parameters(arity = "0..*", paramLabel = "SERVICE", description = "The services to advise on.")
    private List<String> names;

    @Option(names = "--all", description = "Advise on all services of the cluster.")
    private boolean all;

    @Option(
            names = {"-i", "--interactive"},
            description = "Try sizes on a screen, see the price change, apply, watch, roll back.")
    private boolean onScreen;

    @Mixin
    private ServiceOptions services = new ServiceOptions();

    @Mixin
    private RightsizeOptions options = new RightsizeOptions();

    @Option(names = "--apply", description = "Apply the plan after it was confirmed.")
    private boolean apply;

    @Option(
            names = "--watch",
            paramLabel = "DURATION",
            defaultValue = "0s",
            description = "After each rollout, watch this long and put back what does badly.")
    private Duration watch;

    @Option(names = "--explain", description = "Show the figures that the advice rests on.")
    private boolean explain;

    @Option(names = "--alternatives", description = "Show other sizes with price and risk.")
    private boolean alternatives;

    @Option(
            names = "--from-csv",
            paramLabel = "FILE",
            description = "Advise on a file of timestamp,cpu_percent[,memory_percent] instead of AWS.")
    private Path csv;

    @Option(
            names = "--cpu",
            paramLabel = "UNITS",
            converter = CpuUnitsConverter.class,
            description = "With --from-csv: CPU units of the task that was measured, such as 1024 or 1vcpu.")
    private Integer cpu;

    @Option(
            names = "--memory",
            paramLabel = "MIB",
            converter = MebibytesConverter.class,
            description = "With --from-csv: memory of the task that was measured, such as 2048 or 2GiB.")
    private Integer memory;

    @Option(
            names = "--tasks",
            paramLabel = "N",
            description = "With --from-csv: how many tasks ran; the count stays, and the size alone is chosen.")
    private Integer tasks;

    public EcsRightsize(
            UseCase<RightsizeServices.Request, RightsizeServices.Result> rightsize,
            UseCase<AdviseOnFile.Request, AdviseOnFile.Result> advise,
            Supplier<Budgets> projectBudgets,
            UseCase<ApplyPlan.Request, ApplyPlan.Result> apply,
            Supplier<Interactive> interactive) {
        this.rightsize = rightsize;
        this.advise = advise;
        this.projectBudgets = projectBudgets;
        this.run = new PlanRun(apply);
        this.interactive = interactive;
    }

    @Override
    public int call(Console console) {
        requireOneSource();
        Budgets budgets = options.budgets(projectBudgets.get());
        if (onScreen) {
            Optional<String> lacking = interactive.get().show(console, services.named(names), budgets, options.risk());
            if (lacking.isEmpty()) {
                return Exit.OK;
            }
            console.warn("--interactive " + lacking.get() + ". Going on without.");
        }
        return csv == null ? fromAws(console, budgets) : fromFile(console, budgets);
    }

    private int fromAws(Console console, Budgets budgets) {
        RightsizeServices.Result result = rightsize.run(
                new RightsizeServices.Request(services.named(names), options.since(), options.risk(), budgets),
                console.progress());
        AdvicePage page = new AdvicePage(explain, alternatives);
        Document document = Document.ofRows(result, "services", out -> page.layout(result, out));
        if (!apply || result.plan().isEmpty()) {
            console.print(document);
            return PlanRun.pending(console, result.plan());
        }
        console.show(document);
        return run.finish(console, result.plan(), watch);
    }

    private int fromFile(Console console, Budgets budgets) {
        AdviseOnFile.Result result = advise.run(
                new AdviseOnFile.Request(csv, measuredSize(), Optional.ofNullable(tasks), options.risk(), budgets),
                console.progress());
        result.services().forEach(service -> service.notes().forEach(console::warn));
        AdvicePage page = new AdvicePage(explain, alternatives);
        console.print(Document.ofRows(result, "services", out -> page.layout(result, out)));
        return Exit.OK;
    }

    private void requireOneSource() {
        boolean named = names != null && !names.isEmpty();
        int sources = (named ? 1 : 0) + (all ? 1 : 0) + (csv != null ? 1 : 0);
        if (onScreen && (csv != null || apply)) {
            throw usage(
                    "--interactive tries sizes of services, and applies them itself: without --from-csv and --apply");
        }
        if (sources != 1 && !(onScreen && sources == 0)) {
            throw usage("name services, or say --all, or --from-csv FILE: one of the three");
        }
        if (csv == null && (cpu != null || memory != null || tasks != null)) {
            throw usage("--cpu, --memory and --tasks describe what a file measured; they go with --from-csv");
        }
        if (csv != null && apply) {
            throw usage("a file says nothing of a service to change, so --from-csv does not go with --apply");
        }
        if (tasks != null && tasks < 1) {
            throw usage("--tasks is at least 1");
        }
    }

    private TaskSize measuredSize() {
        if (cpu == null || memory == null) {
            throw usage("--from-csv needs --cpu and --memory: the size of the task that was measured");
        }
        try {
            return new TaskSize(cpu, memory);
        } catch (IllegalArgumentException notASize) {
            throw usage(notASize.getMessage());
        }
    }

    private static AgentctlException usage(String message) {
        return new AgentctlException(ErrorCode.USAGE, message, "See: agentctl ecs rightsize --help");
    }
}
