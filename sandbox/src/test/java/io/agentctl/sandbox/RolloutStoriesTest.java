package io.agentctl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.sandbox.ecs.RolloutFault;
import io.agentctl.sandbox.world.World;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ClientException;
import software.amazon.awssdk.services.ecs.model.DeploymentRolloutState;
import software.amazon.awssdk.services.ecs.model.DesiredStatus;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.ServiceDeployment;
import software.amazon.awssdk.services.ecs.model.ServiceDeploymentBrief;
import software.amazon.awssdk.services.ecs.model.ServiceDeploymentStatus;
import software.amazon.awssdk.services.ecs.model.StopServiceDeploymentStopType;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.ecs.model.TaskStopCode;

/** What becomes of deployments, as somebody sees it who asks the API on the way. */
class RolloutStoriesTest {
    private static final String CLUSTER = "agent-runtime";

    private final ManualClock clock = new ManualClock("2026-11-24T15:00:00Z");
    private final Sandbox sandbox =
            Sandbox.start(World.defaultWorld(7), SandboxOptions.usual().withClock(clock));
    private final EcsClient ecs = sandbox.ecs();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void aNewSizeRollsOutInStagesAndReplacesTheOldTasks() {
        String before = service("api").taskDefinition();
        String after = register("api", 1024, 2048);
        ecs.updateService(request ->
                request.cluster(CLUSTER).service("api").taskDefinition(after).desiredCount(2));

        assertThat(latest("api").status()).isEqualTo(ServiceDeploymentStatus.PENDING);
        clock.advance(Duration.ofSeconds(2));
        assertThat(latest("api").status()).isEqualTo(ServiceDeploymentStatus.IN_PROGRESS);
        assertThat(service("api").deployments()).hasSize(2);
        assertThat(service("api").runningCount()).isEqualTo(4);

        clock.advance(Duration.ofSeconds(6));
        ServiceDeployment done = latest("api");
        assertThat(done.status()).isEqualTo(ServiceDeploymentStatus.SUCCESSFUL);
        assertThat(done.finishedAt()).isAfter(done.startedAt());
        assertThat(taskDefinitionOf(done.targetServiceRevision().arn())).isEqualTo(after);
        assertThat(taskDefinitionOf(done.sourceServiceRevisions().getFirst().arn()))
                .isEqualTo(before);
        Service settled = service("api");
        assertThat(settled.deployments()).singleElement().satisfies(deployment -> {
            assertThat(deployment.rolloutState()).isEqualTo(DeploymentRolloutState.COMPLETED);
            assertThat(deployment.taskDefinition()).isEqualTo(after);
        });
        assertThat(settled.runningCount()).isEqualTo(2);
        assertThat(settled.events().getFirst().message()).contains("steady state");
    }

    @Test
    void anUnhealthyDeploymentTripsTheCircuitBreakerAndIsRolledBack() {
        String before = service("api").taskDefinition();
        sandbox.faults().failNextRollout("api", RolloutFault.HEALTH_CHECK);
        deploy("api", register("api", 1024, 2048));

        clock.advance(Duration.ofSeconds(30));
        ServiceDeployment failed = latest("api");
        assertThat(failed.status()).isEqualTo(ServiceDeploymentStatus.ROLLBACK_SUCCESSFUL);
        assertThat(failed.statusReason()).contains("circuit breaker");
        assertThat(failed.deploymentCircuitBreaker().statusAsString()).isEqualTo("TRIGGERED");
        assertThat(failed.deploymentCircuitBreaker().failureCount()).isGreaterThanOrEqualTo(3);
        assertThat(taskDefinitionOf(failed.rollback().serviceRevisionArn())).isEqualTo(before);
        assertThat(service("api").taskDefinition()).isEqualTo(before);
        assertThat(service("api").runningCount()).isEqualTo(4);
        assertThat(stopped("api"))
                .anySatisfy(task -> assertThat(task.stoppedReason()).contains("health checks"));
    }

    @Test
    void aSizeBelowWhatTheWorkloadNeedsIsKilledForMemoryAndRolledBack() {
        String before = service("reasoning").taskDefinition();
        deploy("reasoning", register("reasoning", 256, 512));

        clock.advance(Duration.ofSeconds(60));
        assertThat(latest("reasoning").status()).isEqualTo(ServiceDeploymentStatus.ROLLBACK_SUCCESSFUL);
        assertThat(service("reasoning").taskDefinition()).isEqualTo(before);
        assertThat(stopped("reasoning")).anySatisfy(task -> {
            assertThat(task.stopCode()).isEqualTo(TaskStopCode.ESSENTIAL_CONTAINER_EXITED);
            assertThat(task.containers().getFirst().exitCode()).isEqualTo(137);
            assertThat(task.containers().getFirst().reason()).startsWith("OutOfMemoryError");
        });
    }

    @Test
    void aStoppedDeploymentReturnsToTheRevisionThatRanBefore() {
        String before = service("api").taskDefinition();
        deploy("api", register("api", 1024, 2048));
        clock.advance(Duration.ofSeconds(2));
        String deployment = latest("api").serviceDeploymentArn();
        ecs.stopServiceDeployment(
                request -> request.serviceDeploymentArn(deployment).stopType(StopServiceDeploymentStopType.ROLLBACK));

        assertThat(latest("api").status()).isEqualTo(ServiceDeploymentStatus.STOP_REQUESTED);
        clock.advance(Duration.ofSeconds(20));
        assertThat(latest("api").status()).isEqualTo(ServiceDeploymentStatus.ROLLBACK_SUCCESSFUL);
        assertThat(service("api").taskDefinition()).isEqualTo(before);
        assertThatThrownBy(() -> ecs.stopServiceDeployment(request -> request.serviceDeploymentArn(deployment)))
                .hasMessageContaining("finished");
    }

    @Test
    void anotherDesiredCountAloneStartsNoDeployment() {
        int deployments = deployments("api").size();
        ecs.updateService(request -> request.cluster(CLUSTER).service("api").desiredCount(6));
        clock.advance(Duration.ofSeconds(10));

        assertThat(deployments("api")).hasSize(deployments);
        assertThat(service("api").runningCount()).isEqualTo(6);
    }

    @Test
    void aTaskThatIsStoppedByHandIsReplaced() {
        String stopped = ecs.listTasks(request -> request.cluster(CLUSTER).serviceName("api"))
                .taskArns()
                .getFirst();

        ecs.stopTask(request -> request.cluster(CLUSTER).task(stopped));
        clock.advance(Duration.ofSeconds(10));

        assertThat(ecs.describeTasks(request -> request.cluster(CLUSTER).tasks(stopped))
                        .tasks()
                        .getFirst()
                        .stopCode())
                .isEqualTo(TaskStopCode.USER_INITIATED);
        assertThat(service("api").runningCount()).isEqualTo(4);
        assertThat(ecs.listTasks(request -> request.cluster(CLUSTER).serviceName("api"))
                        .taskArns())
                .hasSize(4)
                .doesNotContain(stopped);
    }

    @Test
    void aForcedDeploymentOfTheSameRevisionReplacesTheTasks() {
        List<String> before = taskArns("api", DesiredStatus.RUNNING);
        ecs.updateService(request -> request.cluster(CLUSTER).service("api").forceNewDeployment(true));
        clock.advance(Duration.ofSeconds(10));

        assertThat(latest("api").status()).isEqualTo(ServiceDeploymentStatus.SUCCESSFUL);
        assertThat(taskArns("api", DesiredStatus.RUNNING)).hasSize(4).doesNotContainAnyElementsOf(before);
    }

    @Test
    void anInactiveRevisionCannotBeDeployed() {
        String arn = register("api", 1024, 2048);
        ecs.deregisterTaskDefinition(request -> request.taskDefinition(arn));

        assertThatThrownBy(() -> deploy("api", arn)).isInstanceOf(ClientException.class);
    }

    @Test
    void aSizeThatFargateDoesNotHaveCannotBeRegistered() {
        assertThatThrownBy(() -> register("api", 1024, 1024))
                .isInstanceOf(ClientException.class)
                .hasMessageContaining("No Fargate configuration exists");
    }

    private String register(String family, int cpu, int memory) {
        TaskDefinition current = ecs.describeTaskDefinition(request -> request.taskDefinition(family))
                .taskDefinition();
        return ecs.registerTaskDefinition(request -> request.family(family)
                        .cpu(Integer.toString(cpu))
                        .memory(Integer.toString(memory))
                        .containerDefinitions(current.containerDefinitions().stream()
                                .map(container -> container.toBuilder()
                                        .cpu(0)
                                        .memory(null)
                                        .memoryReservation(null)
                                        .build())
                                .toList()))
                .taskDefinition()
                .taskDefinitionArn();
    }

    private void deploy(String service, String taskDefinition) {
        ecs.updateService(request -> request.cluster(CLUSTER).service(service).taskDefinition(taskDefinition));
    }

    private Service service(String name) {
        return ecs.describeServices(request -> request.cluster(CLUSTER).services(name))
                .services()
                .getFirst();
    }

    private List<ServiceDeploymentBrief> deployments(String service) {
        return ecs.listServiceDeployments(request -> request.cluster(CLUSTER).service(service))
                .serviceDeployments();
    }

    private ServiceDeployment latest(String service) {
        String arn = deployments(service).getFirst().serviceDeploymentArn();
        return ecs.describeServiceDeployments(request -> request.serviceDeploymentArns(arn))
                .serviceDeployments()
                .getFirst();
    }

    private String taskDefinitionOf(String revisionArn) {
        return ecs.describeServiceRevisions(request -> request.serviceRevisionArns(revisionArn))
                .serviceRevisions()
                .getFirst()
                .taskDefinition();
    }

    private List<String> taskArns(String service, DesiredStatus status) {
        return ecs.listTasks(
                        request -> request.cluster(CLUSTER).serviceName(service).desiredStatus(status))
                .taskArns();
    }

    private List<Task> stopped(String service) {
        List<String> arns = taskArns(service, DesiredStatus.STOPPED);
        return ecs.describeTasks(request -> request.cluster(CLUSTER).tasks(arns))
                .tasks();
    }
}
