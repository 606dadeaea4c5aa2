package io.agentctl.plane.http;

import io.agentctl.control.catalogue.ObjectivesUseCases;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.overview.Budgets;
import io.agentctl.control.overview.Reading;
import io.agentctl.control.settings.Project;
import io.agentctl.control.slo.Objective;
import io.agentctl.control.windows.WindowFile;
import io.agentctl.control.windows.WindowOutlook;
import io.agentctl.plane.access.Deed;
import io.agentctl.plane.access.Demand;
import io.agentctl.plane.live.ProjectFiles;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * {@code /v1/project}: what the control plane's own files say. Who has no files of their own, such as a page in a
 * browser, asks for use cases with these.
 */
final class ProjectHandlers {

    private static final int OK = 200;
    private static final Duration AHEAD = Duration.ofDays(14);

    private final ProjectFiles files;
    private final Supplier<Instant> now;
    private final Gate gate;

    ProjectHandlers(ProjectFiles files, Supplier<Instant> now, Gate gate) {
        this.files = files;
        this.now = now;
        this.gate = gate;
    }

    /**
     * The project.
     *
     * @param environment whose policies are in force
     * @param budgets shares that may be in use
     * @param objectives what is promised, or what is wrong with it
     * @param windows when services sleep, or what is wrong with that; its value is empty where there are no windows
     */
    record View(
            String name,
            String cluster,
            List<String> functions,
            List<String> tables,
            String environment,
            Budgets budgets,
            Reading<List<Objective>> objectives,
            Reading<Windows> windows) {}

    /**
     * When services sleep.
     *
     * @param rules as they are written; absent where there are none
     * @param outlook the next two weeks of each
     */
    record Windows(Optional<WindowFile> rules, List<WindowOutlook> outlook) {}

    void show(ServerRequest request, ServerResponse response) {
        gate.require(request, Demand.on("project.show", Deed.LOOK, ObjectivesUseCases.SNAPSHOT.capability()));
        Project project = files.settings();
        Project.Budgets budgets = project.budgets();
        Answers.record(
                response,
                OK,
                new View(
                        project.name().value(),
                        project.cluster().value(),
                        project.functions().value(),
                        project.tables().value(),
                        ProjectFiles.ENVIRONMENT,
                        new Budgets(
                                budgets.cpu().value(),
                                budgets.memory().value(),
                                budgets.network().value(),
                                budgets.table().value()),
                        read(files::objectives),
                        read(this::windows)));
    }

    private <T> Reading<T> read(Supplier<T> file) {
        try {
            return Reading.of(file.get(), now.get());
        } catch (AgentctlException mistakes) {
            return Reading.failed(mistakes, now.get());
        }
    }

    private Windows windows() {
        Optional<WindowFile> rules = files.windows();
        Instant from = now.get();
        return new Windows(
                rules,
                rules.map(WindowFile::windows).orElse(List.of()).stream()
                        .map(window -> WindowOutlook.of(window, from, from.plus(AHEAD), List.of()))
                        .toList());
    }
}
