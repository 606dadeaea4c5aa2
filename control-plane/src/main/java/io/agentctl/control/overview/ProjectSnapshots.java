package io.agentctl.control.overview;

import io.agentctl.control.UseCase;
import io.agentctl.control.capacity.TableName;
import io.agentctl.control.ecs.Services;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.settings.Project;
import io.agentctl.control.slo.Objective;
import io.agentctl.control.windows.WindowFile;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Snapshots of a project. Its files of objectives and windows are read each time they are asked for, and mistakes in
 * them are told where their panes are.
 */
public final class ProjectSnapshots implements Snapshots {

    private final Project project;
    private final String environment;
    private final Supplier<List<Objective>> objectives;
    private final Supplier<Optional<WindowFile>> windows;
    private final UseCase<TakeSnapshot.Request, Snapshot> take;
    private final Clock clock;

    /**
     * Makes them.
     *
     * @param environment whose policies
     * @param objectives reads what is promised
     * @param windows reads what windows say; empty where there are none
     * @param clock the time there
     */
    public ProjectSnapshots(
            Project project,
            String environment,
            Supplier<List<Objective>> objectives,
            Supplier<Optional<WindowFile>> windows,
            UseCase<TakeSnapshot.Request, Snapshot> take,
            Clock clock) {
        this.project = project;
        this.environment = environment;
        this.objectives = objectives;
        this.windows = windows;
        this.take = take;
        this.clock = clock;
    }

    @Override
    public Snapshot read(Range range, CurvesWish wish, Set<Part> parts) {
        Set<Part> readable = EnumSet.copyOf(parts);
        Reading<List<Objective>> promised = file(Part.OBJECTIVES, readable, objectives);
        Reading<Optional<WindowFile>> rules = file(Part.WINDOWS, readable, windows);
        Snapshot taken = take.run(
                new TakeSnapshot.Request(
                        project.name().value(),
                        Services.allOf(""),
                        project.functions().value(),
                        project.tables().value().stream().map(TableName::new).toList(),
                        promised.value().orElse(List.of()),
                        rules.value().flatMap(found -> found),
                        environment,
                        range,
                        wish,
                        readable),
                ProgressListener.SILENT);
        if (promised.failure().isPresent()) {
            taken = taken.withObjectives(new Reading<>(Optional.empty(), Optional.empty(), promised.failure()));
        }
        if (rules.failure().isPresent()) {
            taken = taken.withWindows(new Reading<>(Optional.empty(), Optional.empty(), rules.failure()));
        }
        return taken;
    }

    @Override
    public Snapshot unread(Range range) {
        return Snapshot.unread(project.name().value(), now(), range);
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    /** Reads a file if its part is wanted; if that fails, nothing more is to be read of the part. */
    private <T> Reading<T> file(Part part, Set<Part> parts, Supplier<T> reading) {
        if (!parts.contains(part)) {
            return Reading.none();
        }
        try {
            return Reading.of(reading.get(), now());
        } catch (AgentctlException mistakes) {
            parts.remove(part);
            return Reading.failed(mistakes, now());
        }
    }
}
