package io.agentctl.control.alarms.upkeep;

import io.agentctl.alarm.AlarmState;
import io.agentctl.control.alarms.definition.AlarmDefinition;
import io.agentctl.control.alarms.definition.Ownership;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

/**
 * An alarm as CloudWatch has it.
 *
 * @param name its name
 * @param arn its ARN
 * @param description its description
 * @param tags its tags; empty if they were not asked for
 * @param definition all of it; empty for an alarm of a kind that is not made here, such as on an anomaly band
 * @param condition how it stands
 */
record ObservedAlarm(
        String name,
        String arn,
        String description,
        Optional<SortedMap<String, String>> tags,
        Optional<AlarmDefinition> definition,
        Condition condition) {

    /**
     * How an alarm stands.
     *
     * @param state its state
     * @param since since when
     * @param reason why, in CloudWatch's words
     * @param actionsEnabled false if it tells nobody
     * @param suppressedBy what holds its actions back; empty if nothing does
     */
    record Condition(AlarmState state, Instant since, String reason, boolean actionsEnabled, String suppressedBy) {}

    /** The same with its tags. */
    ObservedAlarm tagged(SortedMap<String, String> known) {
        return new ObservedAlarm(
                name, arn, description, Optional.of(known), definition.map(alarm -> alarm.tagged(known)), condition);
    }

    /** Whose it is, as far as is known. */
    Optional<Ownership> owner() {
        Optional<Ownership> described = Ownership.ofDescription(description);
        return described.isPresent() ? described : tags.flatMap(Ownership::ofTags);
    }

    boolean belongsTo(String project) {
        return owner().filter(owner -> owner.project().equals(project)).isPresent();
    }
}
