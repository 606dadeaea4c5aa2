package io.agentctl.cli.alarms;

import io.agentctl.cli.terminal.Console;
import io.agentctl.control.alarms.upkeep.PlanAlarms;
import io.agentctl.control.alarms.upkeep.PlanAlarms.Scope;
import io.agentctl.control.place.MonitoringSource;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is planned, and how thoroughly. */
final class PlanOptions {

    @Mixin
    private MonitoringOptions monitoring = new MonitoringOptions();

    @Option(
            names = "--check-tags",
            description = "Look for edits of tags alone as well, as diff does; takes a call for each alarm.")
    private boolean checkTags;

    @Option(names = "--skip-history", description = "Do not try the alarms that are changed on the last two weeks.")
    private boolean skipHistory;

    PlanAlarms.Request wanted(MonitoringSource source, Console console) {
        return monitoring.wanted(source, console, checkTags ? Scope.CLOSELY : Scope.WANTED, !skipHistory);
    }
}
