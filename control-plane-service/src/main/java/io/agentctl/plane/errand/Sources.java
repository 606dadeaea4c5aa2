package io.agentctl.plane.errand;

import io.agentctl.control.alarms.document.Monitoring;
import io.agentctl.control.place.MonitoringSource;
import io.agentctl.control.settings.Project;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What requests are made from.
 *
 * @param directory to which files are relative
 * @param project as {@code agentctl.yaml} has it
 * @param now the time at the place that is worked on
 */
public record Sources(Path directory, Project project, Instant now) {

    /** The word that stands for the project's own file. */
    public static final String PROJECT = "project";

    /** Objectives and alarms of a file or folder, or those of the project. */
    Monitoring monitoring(String file) {
        return new MonitoringSource(directory, () -> project)
                .read(file.equals(PROJECT) ? Optional.empty() : Optional.of(Path.of(file)));
    }

    Path file(Path relative) {
        return directory.resolve(relative);
    }
}
