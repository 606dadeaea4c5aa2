package io.agentctl.cli.dash;

import io.agentctl.cli.wiring.Wiring;
import io.agentctl.control.UseCase;
import io.agentctl.control.catalogue.ObjectivesUseCases;
import io.agentctl.control.overview.ProjectSnapshots;
import io.agentctl.control.overview.Snapshot;
import io.agentctl.control.overview.Snapshots;
import io.agentctl.control.overview.TakeSnapshot;
import io.agentctl.control.settings.Project;
import io.agentctl.control.windows.WindowFile;
import io.agentctl.control.windows.WindowFileReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** {@code agentctl dash}, with the use case that it runs. */
public final class DashCommands {

    private final Wiring wiring;

    public DashCommands(Wiring wiring) {
        this.wiring = wiring;
    }

    /** The dashboard. */
    public Dash dash() {
        wiring.expectCalls();
        Stage stage = new Stage(
                wiring.surroundings().streams(),
                wiring.surroundings().environment(),
                () -> wiring.settings().contextForReading().name(),
                () -> new LiveScreen(wiring.shared().terminals()));
        UseCase<TakeSnapshot.Request, Snapshot> take = wiring.asking(ObjectivesUseCases.SNAPSHOT);
        return new Dash(stage, environment -> snapshots(environment, take));
    }

    private Snapshots snapshots(String environment, UseCase<TakeSnapshot.Request, Snapshot> take) {
        Project project = wiring.settings().project();
        return new ProjectSnapshots(
                project,
                environment,
                () -> wiring.monitoring().read(Optional.empty()).objectives(),
                () -> windows(project.windows().value()),
                take,
                wiring.clock());
    }

    /** A project without windows is no problem. */
    private static Optional<WindowFile> windows(Path file) {
        return Files.exists(file) ? Optional.of(WindowFileReader.read(file)) : Optional.empty();
    }
}
