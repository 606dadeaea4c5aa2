package io.agentctl.control.ecs;

import java.time.Instant;
import java.util.Map;

/**
 * How many tasks a service has.
 *
 * @param name cluster and service
 * @param desired tasks wanted
 * @param running tasks running
 * @param pending tasks starting
 * @param createdAt when the service was created; another time means another service of the same name
 * @param tags its tags; empty where they were not asked for
 */
public record ServiceCount(
        ServiceName name, int desired, int running, int pending, Instant createdAt, Map<String, String> tags) {

    public ServiceCount {
        tags = Map.copyOf(tags);
    }
}
