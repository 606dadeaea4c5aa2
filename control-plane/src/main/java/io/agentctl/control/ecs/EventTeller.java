package io.agentctl.control.ecs;

import io.agentctl.control.progress.ProgressListener;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import software.amazon.awssdk.services.ecs.model.Deployment;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.ServiceEvent;

/** Passes a service's events on to the listener, each once, and the count of tasks as it moves. */
final class EventTeller {

    private final ProgressListener progress;
    private final Set<String> told = new HashSet<>();

    EventTeller(ProgressListener progress) {
        this.progress = progress;
    }

    void tell(Service service) {
        Instant since = newestDeployment(service);
        service.events().stream()
                .filter(event -> !event.createdAt().isBefore(since) && told.add(event.id()))
                .sorted(Comparator.comparing(ServiceEvent::createdAt))
                .forEach(event -> progress.say(event.message()));
        int wanted = Math.max(1, service.desiredCount());
        int settled = service.deployments().stream()
                .filter(deployment -> "PRIMARY".equals(deployment.status()))
                .mapToInt(Deployment::runningCount)
                .findFirst()
                .orElse(0);
        progress.advance(service.serviceName() + ": tasks on the new revision", Math.min(settled, wanted), wanted);
    }

    /** When the newest deployment began: events of earlier ones are of no interest to who follows this one. */
    static Instant newestDeployment(Service service) {
        return service.deployments().stream()
                .map(Deployment::createdAt)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }
}
