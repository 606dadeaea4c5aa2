package io.agentctl.control.windows.scheduled;

import io.agentctl.control.aws.Parallel;
import io.agentctl.control.ecs.CountGateway;
import io.agentctl.control.ecs.ServiceCount;
import io.agentctl.control.ecs.ServiceName;
import io.agentctl.control.scaling.ObservedScaling;
import io.agentctl.control.scaling.ScaledQuantity;
import io.agentctl.control.scaling.ScalingGateway;
import io.agentctl.control.windows.run.ProjectServices;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Observes the scheduled actions of the project's services. */
final class ScheduleObserver {

    private final Supplier<ProjectServices> project;
    private final CountGateway counts;
    private final ScalingGateway scaling;

    ScheduleObserver(Supplier<ProjectServices> project, CountGateway counts, ScalingGateway scaling) {
        this.project = project;
        this.counts = counts;
        this.scaling = scaling;
    }

    /**
     * A service.
     *
     * @param tags its tags, if they were asked for
     * @param schedule its scheduled actions; empty if it does not scale
     */
    record Seen(ServiceName service, Map<String, String> tags, Optional<ObservedSchedule> schedule) {}

    List<Seen> all(boolean withTags) {
        ProjectServices services = project.get();
        Map<String, ObservedScaling> scaled = scaling.all(ScaledQuantity.ECS_TASKS);
        List<ServiceCount> found = withTags
                ? counts.withTags(services.cluster(), services.names())
                : counts.of(services.cluster(), services.names());
        return Parallel.map(
                found,
                count -> new Seen(
                        count.name(),
                        count.tags(),
                        Optional.ofNullable(scaled.get(count.name().scalable().resourceId()))
                                .map(there -> observe(count.name(), there))));
    }

    /** One service, read anew; empty if it does not scale any more. */
    Optional<ObservedSchedule> one(ServiceName name) {
        return scaling.of(name.scalable()).map(there -> observe(name, there));
    }

    private ObservedSchedule observe(ServiceName name, ObservedScaling there) {
        return new ObservedSchedule(
                name,
                there.bounds(),
                scaling.scheduled(name.scalable()).stream()
                        .filter(action -> action.name().startsWith(ObservedSchedule.PREFIX))
                        .toList());
    }
}
