package io.agentctl.control.ecs;

import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.error.AgentctlException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ServiceDeploymentBrief;
import software.amazon.awssdk.services.ecs.model.ServiceDeploymentStatus;

/** Reads a service's deployments: what it ran, when, and how that ended. */
public final class DeploymentGateway {

    /** DescribeServiceRevisions takes twenty revisions. */
    private static final int REVISIONS_A_CALL = 20;

    private final Supplier<EcsClient> ecs;
    private final ApiCalls calls;
    private volatile boolean unknownHere;

    public DeploymentGateway(Supplier<EcsClient> ecs, ApiCalls calls) {
        this.ecs = ecs;
        this.calls = calls;
    }

    /**
     * The deployments created at or after an instant, newest first.
     *
     * @return empty if the endpoint does not know service deployments, as some stand-ins for AWS do not
     */
    public Optional<List<Deployment>> since(ServiceName name, Instant since) {
        if (unknownHere) {
            return Optional.empty();
        }
        List<ServiceDeploymentBrief> briefs;
        try {
            briefs = briefs(name, since);
        } catch (AgentctlException failure) {
            if (unknownOperation(failure)) {
                unknownHere = true;
                return Optional.empty();
            }
            throw failure;
        }
        Map<String, String> definitions = taskDefinitions(name, briefs);
        List<Deployment> deployments = new ArrayList<>();
        for (ServiceDeploymentBrief brief : briefs) {
            deployments.add(new Deployment(
                    brief.serviceDeploymentArn(),
                    definitions.getOrDefault(brief.targetServiceRevisionArn(), ""),
                    status(brief.status()),
                    brief.statusReason() == null ? "" : brief.statusReason(),
                    brief.createdAt(),
                    brief.finishedAt()));
        }
        deployments.sort((one, other) -> other.createdAt().compareTo(one.createdAt()));
        return Optional.of(deployments);
    }

    private List<ServiceDeploymentBrief> briefs(ServiceName name, Instant since) {
        List<ServiceDeploymentBrief> briefs = new ArrayList<>();
        String token = null;
        do {
            String page = token;
            var response = calls.call("list the deployments of " + name, () -> ecs.get()
                    .listServiceDeployments(request -> request.cluster(name.cluster())
                            .service(name.service())
                            .createdAt(window -> window.after(since))
                            .nextToken(page)));
            briefs.addAll(response.serviceDeployments());
            token = response.nextToken();
        } while (token != null);
        return briefs;
    }

    private Map<String, String> taskDefinitions(ServiceName name, List<ServiceDeploymentBrief> briefs) {
        List<String> revisions = briefs.stream()
                .map(ServiceDeploymentBrief::targetServiceRevisionArn)
                .distinct()
                .toList();
        Map<String, String> definitions = new HashMap<>();
        for (int from = 0; from < revisions.size(); from += REVISIONS_A_CALL) {
            List<String> batch = revisions.subList(from, Math.min(revisions.size(), from + REVISIONS_A_CALL));
            calls.call("describe revisions of " + name, () -> ecs.get()
                            .describeServiceRevisions(request -> request.serviceRevisionArns(batch)))
                    .serviceRevisions()
                    .forEach(revision -> definitions.put(revision.serviceRevisionArn(), revision.taskDefinition()));
        }
        return definitions;
    }

    private static Deployment.Status status(ServiceDeploymentStatus status) {
        return switch (status) {
            case PENDING, IN_PROGRESS -> Deployment.Status.UNDER_WAY;
            case SUCCESSFUL -> Deployment.Status.SUCCESSFUL;
            case ROLLBACK_REQUESTED, ROLLBACK_IN_PROGRESS, STOP_REQUESTED -> Deployment.Status.ROLLING_BACK;
            case ROLLBACK_SUCCESSFUL -> Deployment.Status.ROLLED_BACK;
            case STOPPED -> Deployment.Status.STOPPED;
            case ROLLBACK_FAILED, UNKNOWN_TO_SDK_VERSION -> Deployment.Status.BROKEN;
        };
    }

    /**
     * True if the answer is not one that ECS gives: a stand-in for AWS that lacks the operation fails in its own ways.
     */
    private static boolean unknownOperation(AgentctlException failure) {
        return failure.getCause() instanceof AwsServiceException refused
                && (refused.statusCode() == 404
                        || refused.statusCode() == 501
                        || refused.awsErrorDetails() == null
                        || refused.awsErrorDetails().errorCode() == null
                        || refused.awsErrorDetails().errorCode().equals("UnknownOperationException"));
    }
}
