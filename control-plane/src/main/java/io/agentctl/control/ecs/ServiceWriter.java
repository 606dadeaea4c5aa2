package io.agentctl.control.ecs;

import io.agentctl.control.aws.ApiCalls;
import java.util.function.Supplier;
import software.amazon.awssdk.services.ecs.EcsClient;

/** Changes services. Every call states what should be, so that repeating it changes nothing further. */
final class ServiceWriter {

    private final Supplier<EcsClient> ecs;
    private final Supplier<EcsClient> ecsOnce;
    private final ApiCalls calls;

    /**
     * Makes a writer.
     *
     * @param ecsOnce a client that makes each call once, for the forced deployment
     */
    ServiceWriter(Supplier<EcsClient> ecs, Supplier<EcsClient> ecsOnce, ApiCalls calls) {
        this.ecs = ecs;
        this.ecsOnce = ecsOnce;
        this.calls = calls;
    }

    /** Sets the revision and the count; a count alone starts no deployment. */
    void update(ServiceName name, String taskDefinition, int desired) {
        calls.call("update service " + name, () -> ecs.get().updateService(request -> request.cluster(name.cluster())
                .service(name.service())
                .taskDefinition(taskDefinition)
                .desiredCount(desired)));
    }

    /** Sets the revision and leaves the count to whatever moves it. */
    void update(ServiceName name, String taskDefinition) {
        calls.call("update service " + name, () -> ecs.get()
                .updateService(request ->
                        request.cluster(name.cluster()).service(name.service()).taskDefinition(taskDefinition)));
    }

    /** Starts a new deployment of the same revision. Not repeatable: each call starts one. */
    void forceDeployment(ServiceName name) {
        calls.call("redeploy service " + name, () -> ecsOnce.get()
                .updateService(request ->
                        request.cluster(name.cluster()).service(name.service()).forceNewDeployment(true)));
    }
}
