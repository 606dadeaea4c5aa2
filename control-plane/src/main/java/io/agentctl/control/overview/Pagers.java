package io.agentctl.control.overview;

import io.agentctl.control.alarms.compose.AlarmComposer;
import io.agentctl.control.alarms.compose.AlarmGroup;
import io.agentctl.control.alarms.compose.Audience;
import io.agentctl.control.alarms.compose.Tier;
import io.agentctl.control.slo.Alerting.Recipients;
import io.agentctl.control.slo.BurnRatePair.Urgency;
import io.agentctl.control.slo.Objective;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which alarms wake somebody: those of objectives' pairs that page, and any that tell a topic that such a pair tells.
 *
 * @param alarms their names
 * @param topics ARNs and names of topics
 */
record Pagers(Set<String> alarms, Set<String> topics) {

    /** Those of a project; where topics are does not matter for names of alarms. */
    static Pagers of(String project, List<Objective> objectives) {
        Audience anywhere = new Audience(project, "", "", Map.of());
        return new Pagers(
                AlarmComposer.compose(objectives, List.of(), anywhere).groups().stream()
                        .map(AlarmGroup::tiers)
                        .flatMap(List::stream)
                        .filter(tier -> tier.pair().urgency() == Urgency.PAGE)
                        .map(Tier::alarm)
                        .collect(Collectors.toSet()),
                objectives.stream()
                        .map(objective -> objective.alerting().of(Urgency.PAGE))
                        .map(Recipients::spending)
                        .flatMap(List::stream)
                        .collect(Collectors.toSet()));
    }

    /** Whether one does, as it is: one that is muted, or tells nobody, does not. */
    boolean include(AlarmLine alarm) {
        return !alarm.tells().isEmpty()
                && (alarms.contains(alarm.name())
                        || alarm.tells().stream()
                                .flatMap(arn -> Stream.of(arn, arn.substring(arn.lastIndexOf(':') + 1)))
                                .anyMatch(topics::contains));
    }
}
