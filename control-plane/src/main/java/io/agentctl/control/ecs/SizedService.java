package io.agentctl.control.ecs;

import java.util.Map;

/**
 * What a service costs by: its tasks and their size.
 *
 * @param name cluster and service
 * @param tags its tags
 * @param desired tasks wanted
 * @param taskDefinition in force
 * @param spotShare the share of its tasks on Spot, 0 to 1
 */
public record SizedService(
        ServiceName name,
        Map<String, String> tags,
        int desired,
        ObservedTaskDefinition taskDefinition,
        double spotShare) {

    public SizedService {
        tags = Map.copyOf(tags);
    }
}
