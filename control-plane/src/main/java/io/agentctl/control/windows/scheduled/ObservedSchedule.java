package io.agentctl.control.windows.scheduled;

import io.agentctl.control.ecs.ServiceName;
import io.agentctl.control.plan.ResourceId;
import io.agentctl.control.scaling.Bounds;
import io.agentctl.control.scaling.ScheduledBounds;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The scheduled actions of a service that windows made, by their names.
 *
 * @param service which
 * @param bounds within which it scales now
 * @param ours the actions whose names begin as windows name them
 */
record ObservedSchedule(ServiceName service, Bounds bounds, List<ScheduledBounds> ours) {

    static final String RESOURCE_TYPE = "window-schedule";

    /** How the names of actions begin that windows made. */
    static final String PREFIX = "agentctl-window-";

    private static final String WAKE = "-wake";

    ObservedSchedule {
        ours = List.copyOf(ours);
    }

    static String sleepName(String window) {
        return PREFIX + window + "-sleep";
    }

    static String wakeName(String window) {
        return PREFIX + window + WAKE;
    }

    ResourceId resource() {
        return new ResourceId(RESOURCE_TYPE, service.toString());
    }

    /** Each action's text by its name. */
    SortedMap<String, String> texts() {
        return ours.stream()
                .collect(Collectors.toMap(
                        ScheduledBounds::name, ScheduledBounds::text, (one, two) -> one, TreeMap::new));
    }

    /** The bounds that an action of ours wakes it to, if it sleeps by one now. */
    Bounds awake(int floor) {
        return bounds.max() > floor
                ? bounds
                : ours.stream()
                        .filter(action -> action.name().endsWith(WAKE))
                        .map(ScheduledBounds::bounds)
                        .findFirst()
                        .orElse(bounds);
    }

    /** Stands for what a plan starts from: the actions alone, since bounds change with them by themselves. */
    String fingerprint() {
        return texts().entrySet().stream()
                .map(Map.Entry::toString)
                .collect(Collectors.joining("; ", service + ": ", ""));
    }
}
