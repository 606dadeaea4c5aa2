package io.agentctl.plane.errand;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.alarms.document.Monitoring;
import io.agentctl.control.alarms.upkeep.AlarmChange;
import io.agentctl.control.alarms.upkeep.AlarmPlan;
import io.agentctl.control.alarms.upkeep.PlanAlarms;
import io.agentctl.control.catalogue.AlarmsUseCases;
import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.json.RecordReader;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.plan.ResourcePlan;
import io.agentctl.control.schedules.ScheduleFinding;
import io.agentctl.control.slo.Alerting.Recipients;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether alarms are as objectives and specs want them: any difference is a finding.
 *
 * @param file objectives and alarms: a file or folder, or {@link Sources#PROJECT}
 * @param page who is woken where an objective names nobody
 * @param ticket who is told in working hours where an objective names nobody
 */
public record AlarmDrift(String file, Optional<String> page, Optional<String> ticket) implements Errand {

    private static final String NEXT = "agentctl alarms diff shows it, agentctl alarms apply puts it right.";

    @Override
    public NamedUseCase<?, ?> useCase() {
        return AlarmsUseCases.PLAN;
    }

    @Override
    public JsonNode request(Sources sources) {
        Monitoring wanted = sources.monitoring(file);
        return RecordTree.of(new PlanAlarms.Request(
                wanted.objectives(), wanted.alarms(), Recipients.usual(page, ticket), PlanAlarms.Scope.CLOSELY, false));
    }

    @Override
    public List<ScheduleFinding> findings(JsonNode result) {
        AlarmPlan plan = RecordReader.read(result, AlarmPlan.class);
        List<ScheduleFinding> findings = new ArrayList<>();
        plan.changes()
                .forEach(change -> findings.add(new ScheduleFinding("alarm " + change.alarm(), text(change), NEXT)));
        plan.orphans()
                .forEach(alarm -> findings.add(new ScheduleFinding(
                        "alarm " + alarm, "is there, and nothing asks for it", "agentctl alarms prune deletes it.")));
        plan.signals().resources().stream().map(AlarmDrift::signal).forEach(findings::add);
        return findings;
    }

    private static ScheduleFinding signal(ResourcePlan objective) {
        return new ScheduleFinding(
                objective.resource().toString(), "is not in Application Signals as it should be", NEXT);
    }

    private static String text(AlarmChange change) {
        return switch (change.kind()) {
            case ADD -> "is asked for by " + change.group() + " and not there";
            case DELETE -> "is there, and " + change.group() + " no longer asks for it";
            case CHANGE -> why(change.cause()) + ": " + fields(change);
        };
    }

    private static String why(AlarmChange.Cause cause) {
        return switch (cause) {
            case HAND -> "was edited by hand";
            case FILE -> "is not yet as its file says";
            case MUTE_OVER -> "is muted, and the time is over";
            case NEW, ORPHAN, WISH -> "is not as it should be";
        };
    }

    private static String fields(AlarmChange change) {
        return change.fields().stream()
                .map(field -> field.field() + " is " + shown(field.from()) + " and should be " + shown(field.to()))
                .collect(Collectors.joining(", "));
    }

    private static String shown(String value) {
        return value.isEmpty() ? "nothing" : value;
    }

    @Override
    public String text() {
        return "alarms as wanted by " + (file.equals(Sources.PROJECT) ? "the project" : file);
    }
}
