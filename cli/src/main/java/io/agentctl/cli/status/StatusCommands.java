package io.agentctl.cli.status;

import io.agentctl.cli.command.Entry;
import io.agentctl.cli.command.Entry.Leaf;
import io.agentctl.cli.wiring.Wiring;
import io.agentctl.control.capacity.TableName;
import io.agentctl.control.catalogue.ObjectivesUseCases;
import io.agentctl.control.ecs.Services;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.overview.Budgets;
import io.agentctl.control.overview.LookAround;
import io.agentctl.control.overview.RuntimeStatus.Problem;
import io.agentctl.control.settings.Project;
import io.agentctl.control.slo.Objective;
import io.agentctl.control.windows.WindowFile;
import io.agentctl.control.windows.WindowFileReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code agentctl budget} and {@code agentctl status}, with the use cases that they run. */
public final class StatusCommands {

    private final Wiring wiring;

    public StatusCommands(Wiring wiring) {
        this.wiring = wiring;
    }

    /** The verbs of {@code budget}. */
    public List<Entry> budget() {
        return List.of(new Leaf(
                "status", "Compare how full services and tables run with the project's budgets.", this::budgetStatus));
    }

    private BudgetStatus budgetStatus() {
        wiring.expectCalls();
        return new BudgetStatus(() -> wiring.settings().project(), wiring.use(ObjectivesUseCases.BUDGETS));
    }

    /** The page. */
    public Status status() {
        wiring.expectCalls();
        return new Status(this::request, wiring.use(ObjectivesUseCases.STATUS));
    }

    private LookAround.Request request() {
        Project project = wiring.settings().project();
        List<Problem> unread = new ArrayList<>();
        List<Objective> objectives = read(
                LookAround.OBJECTIVES,
                List.of(),
                () -> wiring.monitoring().read(Optional.empty()).objectives(),
                unread);
        Optional<WindowFile> windows = read(
                LookAround.WINDOWS,
                Optional.empty(),
                () -> windows(project.windows().value()),
                unread);
        return new LookAround.Request(
                project.name().value(),
                Services.allOf(""),
                project.functions().value(),
                tables(project),
                budgets(project),
                objectives,
                windows,
                unread);
    }

    /** A file with mistakes costs its part of the page, not the rest. */
    private static <T> T read(String part, T none, Supplier<T> reading, List<Problem> unread) {
        try {
            return reading.get();
        } catch (AgentctlException problem) {
            unread.add(new Problem(part, problem.getMessage()));
            return none;
        }
    }

    /** A project without windows is no problem. */
    private static Optional<WindowFile> windows(Path file) {
        return Files.exists(file) ? Optional.of(WindowFileReader.read(file)) : Optional.empty();
    }

    static List<TableName> tables(Project project) {
        return project.tables().value().stream().map(TableName::new).toList();
    }

    static Budgets budgets(Project project) {
        Project.Budgets budgets = project.budgets();
        return new Budgets(
                budgets.cpu().value(),
                budgets.memory().value(),
                budgets.network().value(),
                budgets.table().value());
    }
}
