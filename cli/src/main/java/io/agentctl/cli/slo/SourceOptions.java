package io.agentctl.cli.slo;

import io.agentctl.cli.terminal.Console;
import io.agentctl.control.alarms.document.Monitoring;
import io.agentctl.control.alarms.document.ShippedMonitoring;
import io.agentctl.control.place.MonitoringSource;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which file of objectives is meant. */
final class SourceOptions {

    @Option(
            names = {"-f", "--file"},
            paramLabel = "PATH",
            description = "Objectives and alarms: a file or folder; default: that of the project.")
    private Path file;

    Optional<Path> named() {
        return Optional.ofNullable(file);
    }

    /** What is wanted; that it is what is shipped is said. */
    Monitoring read(MonitoringSource source, Console console) {
        Monitoring wanted = source.read(named());
        if (wanted.source().equals(ShippedMonitoring.NAME)) {
            console.say(SourceOptions.SHIPPED);
        }
        return wanted;
    }

    static final String SHIPPED = "The project has no objectives of its own, so these are the shipped ones; "
            + "agentctl slo init writes them out.";
}
