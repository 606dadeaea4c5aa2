package io.agentctl.control.alarms.upkeep;

import io.agentctl.control.alarms.compose.Composition;
import io.agentctl.control.alarms.definition.AlarmDefinition;
import io.agentctl.control.alarms.definition.AlarmJson;
import io.agentctl.control.aws.Parallel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Observes the alarms of a project: those whose names begin with its name, which are all that it could have made. */
final class AlarmObserver {

    private final AlarmGateway alarms;

    AlarmObserver(AlarmGateway alarms) {
        this.alarms = alarms;
    }

    /** How closely tags are looked at: CloudWatch tells those of one alarm a call. */
    enum Tags {
        /** Of those that differ in anything else, and of those that do not say whose they are. */
        WHERE_NEEDED,
        /** Of all that the project has or wants: finds edits of tags alone. */
        ALL
    }

    List<ObservedAlarm> observe(Composition wanted, Tags tags) {
        Map<String, String> texts = wanted.alarms()
                .collect(Collectors.toMap(AlarmDefinition::name, AlarmObserver::untagged, (one, other) -> one));
        Predicate<ObservedAlarm> needed =
                switch (tags) {
                    case ALL -> alarm -> true;
                    case WHERE_NEEDED ->
                        alarm -> !texts.getOrDefault(alarm.name(), "").equals(untagged(alarm));
                };
        String prefix = wanted.project() + "-";
        List<ObservedAlarm> found = new ArrayList<>(alarms.beginning(prefix));
        List<String> others = texts.keySet().stream()
                .filter(name -> !name.startsWith(prefix))
                .sorted()
                .toList();
        found.addAll(alarms.named(others));
        return tagged(found, needed);
    }

    /** All alarms of a project, or of the account, with the tags of those that need them to tell whose they are. */
    List<ObservedAlarm> all(String prefix) {
        return tagged(
                alarms.beginning(prefix),
                alarm -> !alarm.condition().actionsEnabled() || alarm.owner().isEmpty());
    }

    private List<ObservedAlarm> tagged(List<ObservedAlarm> found, Predicate<ObservedAlarm> needed) {
        if (found.isEmpty()) {
            return found;
        }
        return Parallel.map(found, alarm -> needed.test(alarm) ? alarm.tagged(alarms.tags(alarm.arn())) : alarm);
    }

    private static String untagged(AlarmDefinition alarm) {
        return AlarmJson.write(alarm.tagged(new TreeMap<>()));
    }

    private static String untagged(ObservedAlarm alarm) {
        return alarm.definition().map(AlarmObserver::untagged).orElse(AlarmPlanner.UNUSUAL);
    }
}
