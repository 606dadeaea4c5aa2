package io.agentctl.cli.status;

import io.agentctl.cli.command.Entry;
import io.agentctl.cli.command.Entry.Leaf;
import io.agentctl.cli.wiring.Wiring;
import io.agentctl.control.capacity.TableName;
import io.agentctl.control.catalogue.ObjectivesUseCases;
import io.agentctl.control.overview.LookAround;
import io.agentctl.control.settings.Project;
import io.agentctl.control.windows.WindowFile;
import io.agentctl.control.windows.WindowFileReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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
        return LookAround.Request.of(
                project,
                () -> wiring.monitoring().read(Optional.empty()).objectives(),
                () -> windows(project.windows().value()));
    }

    /** A project without windows is no problem. */
    private static Optional<WindowFile> windows(Path file) {
        return Files.exists(file) ? Optional.of(WindowFileReader.read(file)) : Optional.empty();
    }

    static List<TableName> tables(Project project) {
        return project.tables().value().stream().map(TableName::new).toList();
    }
}
