package io.agentctl.control.alarms.definition;

import io.agentctl.control.digest.Sha256;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose an alarm is: its tags say so, and so does the end of its description, with a hash of what was written. One of
 * the two is enough, so that an edit by hand of either does not orphan it.
 *
 * @param project whose
 * @param group which objective or spec of the project wants it
 * @param hash of the definition as it was written; empty where only the tags say whose it is
 */
public record Ownership(String project, String group, String hash) {

    /** The tag that names the project. */
    public static final String PROJECT_TAG = "agentctl:project";

    /** The tag that names the objective or spec. */
    public static final String GROUP_TAG = "agentctl:objective";

    /** How the tags begin that are ours. */
    static final String TAG_PREFIX = "agentctl:";

    private static final Pattern MARK = Pattern.compile("\\[agentctl ([^/\\s]+)/(.+) ([0-9a-f]{12})]$");
    private static final int HASH_BYTES = 6;

    /** The definition with its owner in tags and description, whose text is cut where both do not fit. */
    public static AlarmDefinition claimed(AlarmDefinition alarm, String project, String group) {
        SortedMap<String, String> tags = new TreeMap<>(alarm.tags());
        tags.putAll(tags(project, group));
        return alarm.described(marked(
                        alarm.description(),
                        new Ownership(project, group, hash(alarm)),
                        AlarmDefinition.LONGEST_DESCRIPTION))
                .tagged(tags);
    }

    /** The tags that name an owner. */
    public static SortedMap<String, String> tags(String project, String group) {
        return new TreeMap<>(Map.of(PROJECT_TAG, project, GROUP_TAG, TagValue.of(group)));
    }

    /** A description with its owner at its end; it is cut where both do not fit. */
    public static String marked(String description, Ownership owner, int longest) {
        String mark = " [agentctl " + owner.project() + "/" + owner.group() + " " + owner.hash() + "]";
        int room = longest - mark.length();
        return (description.length() <= room ? description : description.substring(0, room)) + mark;
    }

    /** Whose an alarm is, by its description or else its tags; empty if nobody's that we know of. */
    public static Optional<Ownership> of(AlarmDefinition alarm) {
        return ofDescription(alarm.description()).or(() -> ofTags(alarm.tags()));
    }

    /** Whose an alarm is by its description. */
    public static Optional<Ownership> ofDescription(String description) {
        Matcher mark = MARK.matcher(description);
        return mark.find() ? Optional.of(new Ownership(mark.group(1), mark.group(2), mark.group(3))) : Optional.empty();
    }

    /** Whose an alarm is by its tags. */
    public static Optional<Ownership> ofTags(SortedMap<String, String> tags) {
        return Optional.ofNullable(tags.get(PROJECT_TAG))
                .map(project -> new Ownership(project, tags.getOrDefault(GROUP_TAG, ""), ""));
    }

    /**
     * Stands for what an alarm does: all of its definition but the description, the tags and whether it is muted, which
     * may change without it doing anything else.
     */
    public static String hash(AlarmDefinition alarm) {
        return hash(AlarmJson.tree(alarm)
                .without(List.of(AlarmJson.DESCRIPTION, AlarmJson.TAGS, AlarmJson.ENABLED))
                .toString());
    }

    /** Stands for a text. */
    public static String hash(String text) {
        return Sha256.hex(text, HASH_BYTES);
    }
}
