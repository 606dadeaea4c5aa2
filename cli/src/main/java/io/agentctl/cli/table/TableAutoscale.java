package io.agentctl.cli.table;

import io.agentctl.cli.command.Verb;
import io.agentctl.cli.plan.PlanRun;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.capacity.Direction;
import io.agentctl.control.capacity.PlanAutoscale;
import io.agentctl.control.capacity.ScalingWish;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.plan.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code table autoscale}. */
@Command(
        footer = {
            "agentctl table autoscale orders --target 70% --min 5 --max 200    # the indexes too",
            "agentctl table autoscale orders --only reads --index by-owner --max 400",
            "agentctl table autoscale orders --off --dry-run",
        })
public final class TableAutoscale implements Verb {

    private final UseCase<PlanAutoscale.Request, Plan> plan;
    private final PlanRun run;

    @Mixin
    private TableChoice table = new TableChoice();

    @Option(
            names = "--target",
            paramLabel = "PERCENT",
            converter = TargetConverter.class,
            description = "The share in use to aim at; default: as it is, else 70%%.")
    private Integer target;

    @Option(names = "--min", paramLabel = "UNITS", description = "The least units a second, at least 1.")
    private Integer min;

    @Option(names = "--max", paramLabel = "UNITS", description = "The most units a second.")
    private Integer max;

    @Option(names = "--only", paramLabel = "WHICH", description = "reads or writes alone; default: both.")
    private Direction only;

    @Option(names = "--index", paramLabel = "INDEX", description = "This index alone; may be given several times.")
    private List<String> indexes = new ArrayList<>();

    @Option(names = "--table-only", description = "The table without its indexes.")
    private boolean tableOnly;

    @Option(names = "--off", description = "Scale no more; capacity stays as it is then.")
    private boolean off;

    public TableAutoscale(
            UseCase<PlanAutoscale.Request, Plan> plan, UseCase<ApplyPlan.Request, ApplyPlan.Result> apply) {
        this.plan = plan;
        this.run = new PlanRun(apply);
    }

    @Override
    public int call(Console console) {
        requireSense();
        if (tableOnly) {
            indexes.add("");
        }
        Optional<ScalingWish> wish =
                off ? Optional.empty() : Optional.of(new ScalingWish(known(target), known(min), known(max)));
        PlanAutoscale.Request request = new PlanAutoscale.Request(
                table.name(),
                indexes,
                only == null ? List.of(Direction.values()) : List.of(only),
                wish,
                Duration.ofDays(1));
        return run.finish(console, plan.run(request, console.progress()), Duration.ZERO);
    }

    private void requireSense() {
        boolean wished = target != null || min != null || max != null;
        if (off == wished) {
            throw usage("give --target, --min or --max, or --off");
        }
        if (tableOnly && !indexes.isEmpty()) {
            throw usage("--table-only and --index exclude each other");
        }
        if (min != null && min < 1) {
            throw usage("--min is at least 1: a table cannot have less provisioned");
        }
        if (max != null && max < 1) {
            throw usage("--max is at least 1: a table cannot have less provisioned");
        }
    }

    private static OptionalInt known(Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private static AgentctlException usage(String message) {
        return new AgentctlException(ErrorCode.USAGE, message, "See: agentctl table autoscale --help");
    }
}
