package io.agentctl.control.alarms.definition;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * That an alarm tells nobody for a while. CloudWatch knows only that actions are disabled; until when, why and by whom
 * stands in tags, where everybody sees it.
 *
 * @param until when it ends
 * @param reason for people
 * @param by who muted it
 */
public record Mute(Instant until, String reason, String by) {

    private static final String UNTIL = Ownership.TAG_PREFIX + "muted-until";
    private static final String REASON = Ownership.TAG_PREFIX + "muted-because";
    private static final String BY = Ownership.TAG_PREFIX + "muted-by";

    /** The mute that an alarm's tags speak of. */
    public static Optional<Mute> of(Map<String, String> tags) {
        try {
            return Optional.ofNullable(tags.get(UNTIL))
                    .map(until ->
                            new Mute(Instant.parse(until), tags.getOrDefault(REASON, ""), tags.getOrDefault(BY, "")));
        } catch (DateTimeException ignored) {
            // A tag that somebody wrote by hand mutes nothing; it is a difference like any other.
            return Optional.empty();
        }
    }

    /** True if it still holds. */
    public boolean holds(Instant now) {
        return now.isBefore(until);
    }

    /** An alarm as it is while muted. */
    public AlarmDefinition over(AlarmDefinition alarm) {
        SortedMap<String, String> tags = without(alarm.tags());
        tags.put(UNTIL, until.toString());
        tags.put(REASON, TagValue.of(reason));
        tags.put(BY, TagValue.of(by));
        return alarm.acting(alarm.actions().enabled(false)).tagged(tags);
    }

    /** An alarm as it is once no mute holds any more. */
    public static AlarmDefinition lifted(AlarmDefinition alarm) {
        return alarm.acting(alarm.actions().enabled(true)).tagged(without(alarm.tags()));
    }

    private static SortedMap<String, String> without(SortedMap<String, String> tags) {
        SortedMap<String, String> others = new TreeMap<>(tags);
        others.remove(UNTIL);
        others.remove(REASON);
        others.remove(BY);
        return others;
    }
}
