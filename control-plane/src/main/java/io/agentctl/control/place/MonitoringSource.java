package io.agentctl.control.place;

import io.agentctl.control.alarms.document.Monitoring;
import io.agentctl.control.alarms.document.MonitoringFiles;
import io.agentctl.control.alarms.document.MonitoringFiles.Text;
import io.agentctl.control.alarms.document.MonitoringReader;
import io.agentctl.control.alarms.document.ShippedMonitoring;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.settings.Project;
import io.agentctl.control.yaml.Placeholders;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where objectives and alarms are read: in the file or folder that was named, else in the project's, else in what is
 * shipped.
 *
 * @param directory the working directory
 * @param project as it is configured, once that is asked for
 */
public record MonitoringSource(Path directory, Supplier<Project> project) {

    /**
     * What was found, be it right or wrong.
     *
     * @param source where, as messages name it
     * @param shipped whether the project has none of its own
     */
    public record Found(String source, boolean shipped, MonitoringReader.Result result) {}

    /**
     * What is wanted.
     *
     * @throws AgentctlException NOT_FOUND if what was named is not there; BAD_DOCUMENT with every mistake
     */
    public Monitoring read(Optional<Path> named) {
        Found found = find(named);
        return found.result().require(found.source());
    }

    /** The same with its mistakes, if it has some. */
    public Found find(Optional<Path> named) {
        Project settings = project.get();
        MonitoringReader reader = new MonitoringReader(new Placeholders(Map.of(
                "project",
                settings.name().value(),
                "cluster",
                settings.cluster().value())));
        Path place =
                named.map(directory::resolve).orElseGet(() -> settings.slos().value());
        Optional<List<Text>> texts = MonitoringFiles.read(place);
        if (texts.isEmpty() && named.isPresent()) {
            throw new AgentctlException(
                    ErrorCode.NOT_FOUND,
                    "there is no file of objectives or alarms " + place,
                    "agentctl slo init writes a first one.");
        }
        return texts.map(found -> new Found(place.toString(), false, reader.read(found)))
                .orElseGet(
                        () -> new Found(ShippedMonitoring.NAME, true, reader.read(List.of(ShippedMonitoring.text()))));
    }
}
