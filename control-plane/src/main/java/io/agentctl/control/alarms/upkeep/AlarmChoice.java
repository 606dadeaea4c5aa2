package io.agentctl.control.alarms.upkeep;

import io.agentctl.control.alarms.definition.AlarmDefinition;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.error.Suggestions;
import java.util.List;
import java.util.stream.Stream;

/** Finds the alarms that a user named: one by its name, or those of an objective that tell somebody. */
final class AlarmChoice {

    private final AlarmGateway alarms;
    private final String project;

    AlarmChoice(AlarmGateway alarms, String project) {
        this.alarms = alarms;
        this.project = project;
    }

    /**
     * Finds them, with their tags.
     *
     * @throws AgentctlException NOT_FOUND, with names that are near; CONFLICT for an alarm that is not the project's
     */
    List<ObservedAlarm> find(String name) {
        List<ObservedAlarm> ofName = alarms.named(List.of(name));
        if (!ofName.isEmpty()) {
            return List.of(ours(tagged(ofName.getFirst())));
        }
        List<ObservedAlarm> all = alarms.beginning(project + "-");
        List<ObservedAlarm> ofGroup = all.stream()
                .filter(alarm -> alarm.owner()
                        .filter(owner ->
                                owner.project().equals(project) && owner.group().equals(name))
                        .isPresent())
                .filter(AlarmChoice::tells)
                .map(this::tagged)
                .toList();
        if (ofGroup.isEmpty()) {
            throw notFound(name, all);
        }
        return ofGroup;
    }

    private static boolean tells(ObservedAlarm alarm) {
        return alarm.definition().stream()
                .map(AlarmDefinition::actions)
                .anyMatch(actions -> actions.all().findAny().isPresent());
    }

    private ObservedAlarm tagged(ObservedAlarm alarm) {
        return alarm.tagged(alarms.tags(alarm.arn()));
    }

    private ObservedAlarm ours(ObservedAlarm alarm) {
        if (!alarm.belongsTo(project) || alarm.definition().isEmpty()) {
            throw new AgentctlException(
                    ErrorCode.CONFLICT,
                    "alarm " + alarm.name() + " was not made for project " + project + ", and is left alone",
                    "agentctl alarms list --account shows whose it is");
        }
        return alarm;
    }

    private static AgentctlException notFound(String name, List<ObservedAlarm> all) {
        List<String> names = Stream.concat(
                        all.stream().map(ObservedAlarm::name),
                        all.stream().flatMap(alarm -> alarm.owner().stream()).map(owner -> owner.group()))
                .distinct()
                .toList();
        String near = Suggestions.sentence(name, names);
        return new AgentctlException(
                ErrorCode.NOT_FOUND,
                "there is no alarm " + name + ", and no objective of that name has alarms that tell somebody",
                near.isEmpty() ? "agentctl alarms list shows those there are" : near);
    }
}
