package io.agentctl.sandbox.ecs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ecs.model.CreatedAt;
import software.amazon.awssdk.services.ecs.model.DescribeServiceDeploymentsRequest;
import software.amazon.awssdk.services.ecs.model.DescribeServiceDeploymentsResponse;
import software.amazon.awssdk.services.ecs.model.DescribeServiceRevisionsRequest;
import software.amazon.awssdk.services.ecs.model.DescribeServiceRevisionsResponse;
import software.amazon.awssdk.services.ecs.model.Failure;
import software.amazon.awssdk.services.ecs.model.ListServiceDeploymentsRequest;
import software.amazon.awssdk.services.ecs.model.ListServiceDeploymentsResponse;
import software.amazon.awssdk.services.ecs.model.ServiceDeployment;
import software.amazon.awssdk.services.ecs.model.ServiceDeploymentBrief;
import software.amazon.awssdk.services.ecs.model.ServiceRevision;
import software.amazon.awssdk.services.ecs.model.StopServiceDeploymentRequest;
import software.amazon.awssdk.services.ecs.model.StopServiceDeploymentResponse;
import software.amazon.awssdk.services.ecs.model.StopServiceDeploymentStopType;

/** The operations on service deployments and service revisions. */
final class DeploymentOperations {
    private static final int PAGE = 20;
    private static final int MOST_DESCRIBED = 20;

    private final EcsState state;

    DeploymentOperations(EcsState state) {
        this.state = state;
    }

    ListServiceDeploymentsResponse list(ListServiceDeploymentsRequest request) {
        EcsService service = state.service(request.cluster(), request.service());
        List<ServiceDeploymentBrief> briefs = service.records().stream()
                .filter(record -> request.status().isEmpty() || request.status().contains(record.status()))
                .filter(record -> within(record, request.createdAt()))
                .map(record -> Views.brief(service, record))
                .toList();
        Page<ServiceDeploymentBrief> page = Pages.of(briefs, request.nextToken(), request.maxResults(), PAGE);
        return ListServiceDeploymentsResponse.builder()
                .serviceDeployments(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    private static boolean within(DeploymentRecord record, CreatedAt range) {
        if (range == null) {
            return true;
        }
        boolean after = range.after() == null || record.createdAt().isAfter(range.after());
        return after && (range.before() == null || record.createdAt().isBefore(range.before()));
    }

    DescribeServiceDeploymentsResponse describe(DescribeServiceDeploymentsRequest request) {
        requireArns(request.serviceDeploymentArns(), "serviceDeploymentArns");
        Map<String, ServiceDeployment> known = new LinkedHashMap<>();
        state.services()
                .filter(service -> concerns(service, request.serviceDeploymentArns()))
                .forEach(service -> service.records()
                        .forEach(record -> known.put(record.arn(), Views.serviceDeployment(service, record))));
        List<Failure> failures = missing(request.serviceDeploymentArns(), known);
        return DescribeServiceDeploymentsResponse.builder()
                .serviceDeployments(found(request.serviceDeploymentArns(), known))
                .failures(failures)
                .build();
    }

    DescribeServiceRevisionsResponse revisions(DescribeServiceRevisionsRequest request) {
        requireArns(request.serviceRevisionArns(), "serviceRevisionArns");
        Map<String, ServiceRevision> known = new LinkedHashMap<>();
        state.services()
                .filter(service -> concerns(service, request.serviceRevisionArns()))
                .forEach(service -> service.records().forEach(record -> {
                    known.put(record.target().arn(), Views.revision(service, record.target()));
                    record.sources().forEach(source -> known.put(source.arn(), Views.revision(service, source)));
                }));
        return DescribeServiceRevisionsResponse.builder()
                .serviceRevisions(found(request.serviceRevisionArns(), known))
                .failures(missing(request.serviceRevisionArns(), known))
                .build();
    }

    private static void requireArns(List<String> arns, String name) {
        if (arns.isEmpty() || arns.size() > MOST_DESCRIBED) {
            throw EcsErrors.invalidParameter(name + " must have 1 to 20 elements.");
        }
    }

    private static boolean concerns(EcsService service, List<String> arns) {
        String path = "/" + service.cluster().name() + "/" + service.name() + "/";
        return arns.stream().anyMatch(arn -> arn.contains(path));
    }

    private static <T> List<T> found(List<String> arns, Map<String, T> known) {
        return arns.stream().filter(known::containsKey).map(known::get).toList();
    }

    private static List<Failure> missing(List<String> arns, Map<String, ?> known) {
        List<Failure> failures = new ArrayList<>();
        for (String arn : arns) {
            if (!known.containsKey(arn)) {
                failures.add(Failure.builder().arn(arn).reason("MISSING").build());
            }
        }
        return failures;
    }

    StopServiceDeploymentResponse stop(StopServiceDeploymentRequest request) {
        if (request.stopType() != null && request.stopType() != StopServiceDeploymentStopType.ROLLBACK) {
            throw EcsErrors.invalidParameter("The stop type must be ROLLBACK: " + request.stopTypeAsString());
        }
        for (EcsService service : state.services().toList()) {
            for (DeploymentRecord record : service.records()) {
                if (record.arn().equals(request.serviceDeploymentArn())) {
                    stop(service, record);
                    return StopServiceDeploymentResponse.builder()
                            .serviceDeploymentArn(record.arn())
                            .build();
                }
            }
        }
        throw EcsErrors.serviceDeploymentNotFound();
    }

    private void stop(EcsService service, DeploymentRecord record) {
        switch (record.status()) {
            case PENDING, IN_PROGRESS -> state.engine().stop(service, record);
            case STOP_REQUESTED, ROLLBACK_REQUESTED, ROLLBACK_IN_PROGRESS -> {
                // Asked for already: the answer is the same.
            }
            case SUCCESSFUL, STOPPED, ROLLBACK_SUCCESSFUL, ROLLBACK_FAILED, UNKNOWN_TO_SDK_VERSION ->
                throw EcsErrors.conflict("The service deployment has finished: " + record.status());
        }
    }
}
