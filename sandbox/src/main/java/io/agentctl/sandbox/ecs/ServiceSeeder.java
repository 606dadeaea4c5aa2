package io.agentctl.sandbox.ecs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.ServiceDeploymentStatus;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/** Puts services with a past into a state, as if their deployments had gone well. */
final class ServiceSeeder {
    /** How long the deployments of the past took. */
    private static final Duration PAST_ROLLOUT = Duration.ofMinutes(3);

    private static final Duration PAST_START = Duration.ofSeconds(20);

    private final EcsState state;

    ServiceSeeder(EcsState state) {
        this.state = state;
    }

    void seed(ServiceSeed seed) {
        Cluster cluster = state.createCluster(seed.service().cluster());
        TaskDefinition last = null;
        List<TaskDefinition> definitions = new ArrayList<>();
        for (ServiceSeed.Era era : seed.eras()) {
            last = state.taskDefinitions()
                    .register(era.definition(), era.since().minus(PAST_START));
            state.tags().put(last.taskDefinitionArn(), era.definition().tags());
            definitions.add(last);
        }
        EcsService service = new ServiceFactory(state).add(cluster, seed.service(), last, seed.workload());
        service.settings(service.settings().toBuilder()
                .createdAt(seed.eras().getFirst().since())
                .build());
        service.occupancy(seed.occupancy());
        for (int i = 0; i < definitions.size(); i++) {
            deployed(service, definitions.get(i), seed.eras().get(i).since());
        }
        startTasks(service, seed.eras().getLast().since());
    }

    private void deployed(EcsService service, TaskDefinition definition, Instant since) {
        String cluster = service.cluster().name();
        Revision revision = Revision.of(
                state.arns()
                        .serviceRevision(cluster, service.name(), state.ids().digits()),
                definition,
                service.settings(),
                since);
        List<Revision> sources =
                service.rollouts().stream().map(Rollout::revision).toList();
        DeploymentRecord record = new DeploymentRecord(
                state.arns()
                        .serviceDeployment(cluster, service.name(), state.ids().letters()),
                revision,
                sources,
                RolloutEngine.threshold(service.desired()),
                since);
        record.start(since.plusSeconds(1));
        record.finish(ServiceDeploymentStatus.SUCCESSFUL, null, since.plus(PAST_ROLLOUT));
        service.records().addFirst(record);
        Rollout rollout = new Rollout("ecs-svc/" + state.ids().digits(), revision, record, RolloutFault.NONE, since);
        rollout.move(
                Rollout.State.COMPLETED, "ECS deployment " + rollout.id() + " completed.", since.plus(PAST_ROLLOUT));
        service.rollouts().clear();
        service.rollouts().add(rollout);
        service.completed(revision);
    }

    private void startTasks(EcsService service, Instant since) {
        for (int i = 0; i < service.desired(); i++) {
            SimTask task = new SimTask(
                    state.ids().task(), service.primary(), TaskLifecycle.nextProvider(service), since.plus(PAST_START));
            task.run(since.plus(PAST_START).plusSeconds(i));
            task.foundHealthy();
            service.add(task);
        }
        service.event(state.ids().uuid(), "has reached a steady state.", since.plus(PAST_ROLLOUT));
    }
}
