package io.agentctl.control.windows;

import java.util.Map;

/**
 * What a service costs while it is awake.
 *
 * @param service its name
 * @param tags its tags
 * @param tasks tasks that it has when it is awake
 * @param hourlyUsd what one of them costs in an hour at list prices, in US dollars
 */
public record AwakeCost(String service, Map<String, String> tags, int tasks, double hourlyUsd) {

    public AwakeCost {
        tags = Map.copyOf(tags);
    }

    /** What an hour asleep saves, with so many tasks left. */
    double savedAt(int floor) {
        return Math.max(0, tasks - floor) * hourlyUsd;
    }
}
