package io.agentctl.sandbox.ecs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ecs.model.Tag;

/** Tags by resource ARN, in the order in which they were first given. */
final class ResourceTags {
    private final Map<String, Map<String, Tag>> tags = new HashMap<>();

    void put(String arn, Collection<Tag> added) {
        Map<String, Tag> own = tags.computeIfAbsent(arn, ignored -> new java.util.LinkedHashMap<>());
        added.forEach(tag -> own.put(tag.key(), tag));
    }

    void remove(String arn, Collection<String> keys) {
        tags.getOrDefault(arn, new HashMap<>()).keySet().removeAll(keys);
    }

    List<Tag> of(String arn) {
        return new ArrayList<>(tags.getOrDefault(arn, Map.of()).values());
    }
}
