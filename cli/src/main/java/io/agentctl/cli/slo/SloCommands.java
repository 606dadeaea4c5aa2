package io.agentctl.cli.slo;

import io.agentctl.cli.command.Entry;
import io.agentctl.cli.command.Entry.Leaf;
import io.agentctl.cli.wiring.Wiring;
import io.agentctl.control.UseCase;
import io.agentctl.control.alarms.compose.AlarmLint;
import io.agentctl.control.alarms.compose.Audience;
import io.agentctl.control.alarms.document.MonitoringReader;
import io.agentctl.control.alarms.signals.CompareBackends;
import io.agentctl.control.catalogue.ObjectivesUseCases;
import io.agentctl.control.place.Place;
import io.agentctl.control.settings.Settings;
import io.agentctl.control.settings.Sourced;
import io.agentctl.control.slo.Alerting.Recipients;
import io.agentctl.control.slo.BurnRatePair.Urgency;
import io.agentctl.control.slo.report.ReportObjectives;
import io.agentctl.control.yaml.Finding;
import java.util.List;
import java.util.Map;

/** {@code agentctl slo}: its verbs, with the use cases that they run. */
public final class SloCommands {

    private final Wiring wiring;

    public SloCommands(Wiring wiring) {
        this.wiring = wiring;
    }

    /** The verbs, in the order in which help lists them. */
    public List<Entry> entries() {
        return List.of(
                new Leaf(
                        "init",
                        "Write a first file of objectives: the shipped ones.",
                        () -> new SloInit(
                                () -> wiring.settings().project().slos().value())),
                new Leaf(
                        "check",
                        "Look for mistakes in objectives and alarms, without AWS.",
                        () -> new SloCheck(wiring.monitoring(), this::lint)),
                new Leaf("list", "List what is promised.", () -> new SloList(wiring.monitoring())),
                new Leaf(
                        "status",
                        "Show how objectives stand: what is left of each budget, and how long it lasts.",
                        () -> new SloStatus(wiring.monitoring(), report())),
                new Leaf(
                        "report",
                        "Show how budgets were spent over a while, and on which days.",
                        () -> new SloReport(wiring.monitoring(), report())),
                new Leaf(
                        "backends",
                        "Compare what can keep objectives: alarms, or Application Signals.",
                        () -> new SloBackends(
                                wiring.monitoring(),
                                () -> wiring.settings().project().name().value(),
                                new CompareBackends(() -> Place.alarmPrices(wiring.settings())))));
    }

    /** Nothing is asked of AWS for it; a region that is not known is not needed. */
    private List<Finding> lint(MonitoringReader.Result read, Map<Urgency, Recipients> usual) {
        Settings settings = wiring.settings();
        return AlarmLint.offline(
                read.objectives(),
                read.alarms(),
                new Audience(
                        settings.project().name().value(),
                        "",
                        settings.region().map(Sourced::value).orElse(""),
                        usual));
    }

    private UseCase<ReportObjectives.Request, ReportObjectives.Result> report() {
        wiring.expectCalls();
        return wiring.use(ObjectivesUseCases.REPORT);
    }
}
