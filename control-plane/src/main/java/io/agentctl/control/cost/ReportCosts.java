package io.agentctl.control.cost;

import io.agentctl.control.UseCase;
import io.agentctl.control.aws.Parallel;
import io.agentctl.control.ecs.Services;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.lambda.report.SweepReport;
import io.agentctl.control.plan.Target;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.rightsizing.Budgets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Tells what services, functions, tables, alarms and dashboards cost, and what recommendations would save. */
public final class ReportCosts implements UseCase<ReportCosts.Request, CostReport> {

    private static final Duration LEAST = Duration.ofHours(1);
    private static final Duration HOUR = Duration.ofHours(1);

    /**
     * What to tell.
     *
     * @param services which services
     * @param since over how long use is measured, at least an hour
     * @param depth whether recommendations are computed
     * @param budgets how full a task may be
     * @param sweeps reports of sweeps of functions
     */
    public record Request(Services services, Duration since, Depth depth, Budgets budgets, List<SweepReport> sweeps) {
        public Request {
            sweeps = List.copyOf(sweeps);
        }
    }

    /** How much is looked into. */
    public enum Depth {
        /** Costs alone: few calls. */
        COSTS,
        /** What recommendations would save too. */
        ADVICE
    }

    private final Supplier<Target> here;
    private final ServiceCosts services;
    private final FunctionCosts functions;
    private final TableCosts tables;
    private final MonitoringCosts monitoring;
    private final Clock clock;

    ReportCosts(
            Supplier<Target> here,
            ServiceCosts services,
            FunctionCosts functions,
            TableCosts tables,
            MonitoringCosts monitoring,
            Clock clock) {
        this.here = here;
        this.services = services;
        this.functions = functions;
        this.tables = tables;
        this.monitoring = monitoring;
        this.clock = clock;
    }

    /**
     * Tells. What may not be read, or is not there, is a line that says so.
     *
     * @throws AgentctlException USAGE for less than an hour; NOT_FOUND if a cluster that was named is not there
     */
    @Override
    public CostReport run(Request request, ProgressListener progress) {
        if (request.since().compareTo(LEAST) < 0) {
            throw new AgentctlException(
                    ErrorCode.USAGE, "costs are measured over an hour at least", "Say, for example, --since 7d.");
        }
        Instant until = Instant.ofEpochSecond(
                Math.floorDiv(clock.instant().getEpochSecond(), HOUR.toSeconds()) * HOUR.toSeconds());
        Instant from =
                until.minus(HOUR.multipliedBy(Math.ceilDiv(request.since().toSeconds(), HOUR.toSeconds())));
        Supplier<Part<Found>> ofFunctions =
                Parallel.begin(() -> Part.of(() -> functions.read(request, ProgressListener.SILENT)));
        Supplier<Part<Found>> ofTables =
                Parallel.begin(() -> Part.of(() -> tables.read(request, ProgressListener.SILENT)));
        Supplier<Part<Found>> ofAlarms = Parallel.begin(() -> Part.of(monitoring::alarms));
        Supplier<Part<Found>> ofDashboards = Parallel.begin(() -> Part.of(monitoring::dashboards));
        Supplier<Found> readServices = () -> services.read(request, from, until, progress);
        Part<Found> ofServices =
                request.services().cluster().isEmpty() ? Part.of(readServices) : Part.known(readServices.get());
        return compose(
                from,
                until,
                request.depth(),
                List.of(
                        new Section(CostKind.SERVICE, ofServices),
                        new Section(CostKind.FUNCTION, ofFunctions.get()),
                        new Section(CostKind.TABLE, ofTables.get()),
                        new Section(CostKind.ALARMS, ofAlarms.get()),
                        new Section(CostKind.DASHBOARDS, ofDashboards.get())));
    }

    private record Section(CostKind kind, Part<Found> part) {}

    private CostReport compose(Instant from, Instant until, Depth depth, List<Section> sections) {
        List<CostLine> lines = new ArrayList<>();
        List<String> prices = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Section section : sections) {
            if (section.part().found().isEmpty()) {
                lines.add(CostLine.unknown(
                        section.kind(), "all", "", section.part().unknown()));
            }
            section.part().found().ifPresent(found -> {
                lines.addAll(found.lines());
                notes.addAll(found.notes());
                if (!found.lines().isEmpty()) {
                    prices.add(found.prices());
                }
            });
        }
        return CostReport.of(here.get(), from, until, depth, lines, prices, notes);
    }
}
