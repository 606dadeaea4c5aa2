package io.agentctl.cli.alarms;

import io.agentctl.cli.terminal.Console;
import io.agentctl.control.alarms.document.Monitoring;
import io.agentctl.control.alarms.document.ShippedMonitoring;
import io.agentctl.control.alarms.upkeep.PlanAlarms;
import io.agentctl.control.alarms.upkeep.PlanAlarms.Scope;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.place.MonitoringSource;
import io.agentctl.control.slo.Alerting.Recipients;
import io.agentctl.control.slo.BurnRatePair.Urgency;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Where objectives and alarms are read, and who is told where they name nobody. */
final class MonitoringOptions {

    @Option(
            names = {"--file", "-f"},
            paramLabel = "PATH",
            description = "Objectives and alarms: a file or folder; default: that of the project.")
    private Path file;

    @Option(
            names = "--page-topic",
            paramLabel = "TOPIC",
            description = "Who is woken, where an objective names nobody: a topic's ARN, or its name.")
    private String pageTopic;

    @Option(
            names = "--ticket-topic",
            paramLabel = "TOPIC",
            description = "Who is told in working hours, where an objective names nobody.")
    private String ticketTopic;

    @Option(
            names = "--skip-tags",
            description = "Do not look for edits of tags alone, which takes a call for each alarm.")
    private boolean skipTags;

    @Option(names = "--skip-history", description = "Do not try the alarms that are changed on the last two weeks.")
    private boolean skipHistory;

    /** What is wanted, and closely enough that nothing edited by hand is missed, unless that was asked for. */
    PlanAlarms.Request wanted(MonitoringSource source, Console console) {
        Monitoring wanted = source.read(Optional.ofNullable(file));
        if (wanted.source().equals(ShippedMonitoring.NAME)) {
            console.say("The project has no objectives of its own, so these are the shipped ones; agentctl slo init"
                    + " writes them out.");
        }
        return request(wanted, skipTags ? Scope.WANTED : Scope.CLOSELY, !skipHistory);
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
        return new PlanAlarms.Request(wanted.objectives(), wanted.alarms(), usual(), scope, tried);
    }

    /** Whoever is woken is also told that it is over; a ticket is closed by whoever worked on it. */
    private Map<Urgency, Recipients> usual() {
        Map<Urgency, Recipients> usual = new EnumMap<>(Urgency.class);
        if (pageTopic != null) {
            usual.put(Urgency.PAGE, new Recipients(List.of(pageTopic), List.of(pageTopic), List.of()));
        }
        if (ticketTopic != null) {
            usual.put(Urgency.TICKET, new Recipients(List.of(ticketTopic), List.of(), List.of()));
        }
        return usual;
    }
}
