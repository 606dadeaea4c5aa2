package io.agentctl.control.windows.run;

import io.agentctl.control.ecs.CountGateway;
import io.agentctl.control.ecs.ServiceCount;
import io.agentctl.control.ecs.ServiceName;
import io.agentctl.control.progress.ProgressListener;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Watches many services at once until as many tasks run as are wanted, ten services a call. */
final class CountFollower {

    private final CountGateway counts;
    private final Duration poll;

    CountFollower(CountGateway counts, Duration poll) {
        this.counts = counts;
        this.poll = poll;
    }

    /**
     * Waits.
     *
     * @param wanted tasks by service
     * @return the services that are not there yet when the time is over, or when a stop was asked for
     */
    List<String> follow(Map<ServiceName, Integer> wanted, Duration most, ProgressListener progress) {
        Set<ServiceName> left = new HashSet<>(wanted.keySet());
        long polls = most.dividedBy(poll);
        for (long done = 0; done < polls && !left.isEmpty(); done++) {
            settled(left).forEach(left::remove);
            if (!left.isEmpty()) {
                progress.say("tasks start or stop: " + left.size() + " of " + wanted.size() + " services");
                if (!progress.cancellation().sleep(poll)) {
                    break;
                }
            }
        }
        return most.isZero()
                ? List.of()
                : left.stream().map(ServiceName::service).sorted().toList();
    }

    private List<ServiceName> settled(Set<ServiceName> watched) {
        return watched.stream().collect(Collectors.groupingBy(ServiceName::cluster)).entrySet().stream()
                .flatMap(cluster ->
                        counts
                                .of(
                                        cluster.getKey(),
                                        cluster.getValue().stream()
                                                .map(ServiceName::service)
                                                .toList())
                                .stream())
                .filter(count -> count.running() == count.desired() && count.pending() == 0)
                .map(ServiceCount::name)
                .toList();
    }
}
