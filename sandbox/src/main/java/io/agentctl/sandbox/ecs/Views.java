package io.agentctl.sandbox.ecs;

import java.util.List;
import software.amazon.awssdk.services.ecs.model.Deployment;
import software.amazon.awssdk.services.ecs.model.DeploymentConfiguration;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.ServiceCurrentRevisionSummary;
import software.amazon.awssdk.services.ecs.model.ServiceDeployment;
import software.amazon.awssdk.services.ecs.model.ServiceDeploymentBrief;
import software.amazon.awssdk.services.ecs.model.ServiceDeploymentCircuitBreaker;
import software.amazon.awssdk.services.ecs.model.ServiceDeploymentRollbackMonitorsStatus;
import software.amazon.awssdk.services.ecs.model.ServiceRevision;
import software.amazon.awssdk.services.ecs.model.ServiceRevisionSummary;

/** Services, deployments and revisions as the service shows them. */
final class Views {
    private Views() {}

    static Service service(EcsService service) {
        int pending =
                (int) service.live().stream().filter(task -> !task.running()).count();
        Service.Builder view = service.settings().toBuilder()
                .runningCount(service.running())
                .pendingCount(pending)
                .deployments(service.rollouts().stream()
                        .map(rollout -> deployment(service, rollout))
                        .toList())
                .events(service.events())
                .currentServiceRevisions(service.rollouts().stream()
                        .map(rollout -> current(service, rollout))
                        .toList());
        service.records().stream()
                .filter(DeploymentRecord::underWay)
                .findFirst()
                .ifPresent(record -> view.currentServiceDeployment(record.arn()));
        return view.build();
    }

    private static ServiceCurrentRevisionSummary current(EcsService service, Rollout rollout) {
        return ServiceCurrentRevisionSummary.builder()
                .arn(rollout.revision().arn())
                .requestedTaskCount(requested(service, rollout))
                .runningTaskCount(running(service, rollout.revision()))
                .pendingTaskCount(pending(service, rollout.revision()))
                .build();
    }

    private static int requested(EcsService service, Rollout rollout) {
        return rollout == service.primary() ? service.desired() : 0;
    }

    private static int running(EcsService service, Revision revision) {
        return (int) service.tasks().stream()
                .filter(task -> task.running() && task.rollout().revision().is(revision))
                .count();
    }

    private static int pending(EcsService service, Revision revision) {
        return (int) service.live().stream()
                .filter(task -> !task.running() && task.rollout().revision().is(revision))
                .count();
    }

    private static Deployment deployment(EcsService service, Rollout rollout) {
        Service settings = rollout.revision().settings();
        return Deployment.builder()
                .id(rollout.id())
                .status(rollout == service.primary() ? "PRIMARY" : "ACTIVE")
                .taskDefinition(rollout.revision().taskDefinition().taskDefinitionArn())
                .desiredCount(requested(service, rollout))
                .runningCount(running(service, rollout.revision()))
                .pendingCount(pending(service, rollout.revision()))
                .failedTasks(rollout.failedTasks())
                .createdAt(rollout.createdAt())
                .updatedAt(rollout.updatedAt())
                .launchType(settings.launchType())
                .capacityProviderStrategy(settings.capacityProviderStrategy())
                .platformVersion("1.4.0")
                .platformFamily("Linux")
                .networkConfiguration(settings.networkConfiguration())
                .rolloutState(rollout.state().name())
                .rolloutStateReason(rollout.reason())
                .build();
    }

    static ServiceDeploymentBrief brief(EcsService service, DeploymentRecord record) {
        return ServiceDeploymentBrief.builder()
                .serviceDeploymentArn(record.arn())
                .serviceArn(service.arn())
                .clusterArn(service.cluster().arn())
                .createdAt(record.createdAt())
                .startedAt(record.startedAt().orElse(null))
                .finishedAt(record.finishedAt().orElse(null))
                .targetServiceRevisionArn(record.target().arn())
                .status(record.status())
                .statusReason(record.reason().orElse(null))
                .build();
    }

    static ServiceDeployment serviceDeployment(EcsService service, DeploymentRecord record) {
        DeploymentConfiguration configuration = record.target().settings().deploymentConfiguration();
        return ServiceDeployment.builder()
                .serviceDeploymentArn(record.arn())
                .serviceArn(service.arn())
                .clusterArn(service.cluster().arn())
                .createdAt(record.createdAt())
                .startedAt(record.startedAt().orElse(null))
                .finishedAt(record.finishedAt().orElse(null))
                .stoppedAt(record.stoppedAt().orElse(null))
                .updatedAt(record.updatedAt())
                .sourceServiceRevisions(record.sources().stream()
                        .map(revision -> summary(service, revision, 0))
                        .toList())
                .targetServiceRevision(summary(service, record.target(), service.desired()))
                .status(record.status())
                .statusReason(record.reason().orElse(null))
                .deploymentConfiguration(configuration)
                .rollback(record.rollback().orElse(null))
                .deploymentCircuitBreaker(ServiceDeploymentCircuitBreaker.builder()
                        .status(breaker(record, configuration))
                        .failureCount(record.failures())
                        .threshold(record.threshold())
                        .build())
                .build();
    }

    private static ServiceDeploymentRollbackMonitorsStatus breaker(
            DeploymentRecord record, DeploymentConfiguration configuration) {
        if (!configuration.deploymentCircuitBreaker().enable()) {
            return ServiceDeploymentRollbackMonitorsStatus.DISABLED;
        }
        if (record.breakerTripped()) {
            return ServiceDeploymentRollbackMonitorsStatus.TRIGGERED;
        }
        return record.underWay()
                ? ServiceDeploymentRollbackMonitorsStatus.MONITORING
                : ServiceDeploymentRollbackMonitorsStatus.MONITORING_COMPLETE;
    }

    private static ServiceRevisionSummary summary(EcsService service, Revision revision, int requested) {
        return ServiceRevisionSummary.builder()
                .arn(revision.arn())
                .requestedTaskCount(requested)
                .runningTaskCount(running(service, revision))
                .pendingTaskCount(pending(service, revision))
                .build();
    }

    static ServiceRevision revision(EcsService service, Revision revision) {
        Service settings = revision.settings();
        return ServiceRevision.builder()
                .serviceRevisionArn(revision.arn())
                .serviceArn(service.arn())
                .clusterArn(service.cluster().arn())
                .taskDefinition(revision.taskDefinition().taskDefinitionArn())
                .capacityProviderStrategy(settings.capacityProviderStrategy())
                .launchType(settings.launchType())
                .platformVersion("1.4.0")
                .platformFamily("Linux")
                .loadBalancers(settings.loadBalancers())
                .networkConfiguration(settings.networkConfiguration())
                .containerImages(images(revision))
                .guardDutyEnabled(false)
                .createdAt(revision.createdAt())
                .build();
    }

    private static List<software.amazon.awssdk.services.ecs.model.ContainerImage> images(Revision revision) {
        return revision.taskDefinition().containerDefinitions().stream()
                .map(container -> software.amazon.awssdk.services.ecs.model.ContainerImage.builder()
                        .containerName(container.name())
                        .image(container.image())
                        .build())
                .toList();
    }
}
