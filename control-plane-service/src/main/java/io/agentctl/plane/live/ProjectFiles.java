package io.agentctl.plane.live;

import io.agentctl.control.place.MonitoringSource;
import io.agentctl.control.settings.Project;
import io.agentctl.control.slo.Objective;
import io.agentctl.control.windows.WindowFile;
import io.agentctl.control.windows.WindowFileReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The project that this control plane works on, and its files, which are read each time they are asked for.
 *
 * @param settings as {@code agentctl.yaml} has them
 */
public record ProjectFiles(Project settings) {

    /** Whose policies are shown where nobody names another environment. */
    public static final String ENVIRONMENT = "production";

    /**
     * What is promised.
     *
     * @throws io.agentctl.control.error.AgentctlException BAD_DOCUMENT with every mistake
     */
    public List<Objective> objectives() {
        return new MonitoringSource(Path.of(""), () -> settings)
                .read(Optional.empty())
                .objectives();
    }

    /**
     * What windows say; empty where there are none.
     *
     * @throws io.agentctl.control.error.AgentctlException BAD_DOCUMENT with every mistake
     */
    public Optional<WindowFile> windows() {
        Path file = settings.windows().value();
        return Files.exists(file) ? Optional.of(WindowFileReader.read(file)) : Optional.empty();
    }
}
