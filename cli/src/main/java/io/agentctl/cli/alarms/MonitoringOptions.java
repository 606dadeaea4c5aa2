package io.agentctl.cli.alarms;

import io.agentctl.cli.terminal.Console;
import io.agentctl.control.alarms.document.Monitoring;
import io.agentctl.control.alarms.document.ShippedMonitoring;
import io.agentctl.control.alarms.upkeep.PlanAlarms;
import io.agentctl.control.alarms.upkeep.PlanAlarms.Scope;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.place.MonitoringSource;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where objectives and alarms are read, and who is told where they name nobody. */
final class MonitoringOptions {

    @Option(
            names = {"--file", "-f"},
            paramLabel = "PATH",
            description = "Objectives and alarms: a file or folder; default: that of the project.")
    private Path file;

    @Mixin
    private TopicOptions topics = new TopicOptions();

    /**
     * What is wanted.
     *
     * @param tried whether the alarms that are changed are tried on the last weeks
     */
    PlanAlarms.Request wanted(MonitoringSource source, Console console, Scope scope, boolean tried) {
        Monitoring wanted = source.read(Optional.ofNullable(file));
        if (wanted.source().equals(ShippedMonitoring.NAME)) {
            console.say("The project has no objectives of its own, so these are the shipped ones; agentctl slo init"
                    + " writes them out.");
        }
        return request(wanted, scope, tried);
    }

    /**
     * That alarms go which nothing asks for.
     *
     * @throws AgentctlException BAD_CONFIGURATION where the project has no file: then nothing can be said to be
     *     orphaned
     */
    PlanAlarms.Request orphans(MonitoringSource source) {
        Monitoring wanted = source.read(Optional.ofNullable(file));
        if (wanted.source().equals(ShippedMonitoring.NAME)) {
            throw new AgentctlException(
                    ErrorCode.BAD_CONFIGURATION,
                    "the project has no file of objectives, so that nothing tells which alarms are wanted",
                    "Run this where the project's file is, or name one with --file.");
        }
        return request(wanted, Scope.ORPHANS, false);
    }

    /** What is wanted, to be tried and not planned. */
    PlanAlarms.Request request(Function<Optional<Path>, Monitoring> reader, Scope scope) {
        return request(reader.apply(Optional.ofNullable(file)), scope, false);
    }

    private PlanAlarms.Request request(Monitoring wanted, Scope scope, boolean tried) {
        return new PlanAlarms.Request(wanted.objectives(), wanted.alarms(), topics.usual(), scope, tried);
    }
}
