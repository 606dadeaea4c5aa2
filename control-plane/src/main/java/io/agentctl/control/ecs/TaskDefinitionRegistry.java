package io.agentctl.control.ecs;

import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.fargate.TaskSize;
import io.agentctl.control.progress.Cancellation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.SortOrder;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionStatus;

/**
 * Registers copies of task definitions, each once. RegisterTaskDefinition has no client token, so a registration whose
 * response was lost is looked for before it is tried again.
 */
final class TaskDefinitionRegistry {

    /** How many of the newest revisions are compared; more than two operators register in the time of one. */
    private static final int NEWEST = 10;

    private static final int MOST_ATTEMPTS = 10;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final EcsGateway gateway;
    private final Supplier<EcsClient> ecs;
    private final Supplier<EcsClient> ecsOnce;
    private final ApiCalls calls;

    /**
     * Makes a registry.
     *
     * @param ecs for reads and for calls that may be repeated
     * @param ecsOnce a client that makes each call once
     */
    TaskDefinitionRegistry(EcsGateway gateway, Supplier<EcsClient> ecs, Supplier<EcsClient> ecsOnce, ApiCalls calls) {
        this.gateway = gateway;
        this.ecs = ecs;
        this.ecsOnce = ecsOnce;
        this.calls = calls;
    }

    /**
     * Makes sure that a copy of {@code sourceArn} in another size is registered.
     *
     * @return its ARN: a revision that has this content already, or a new one
     */
    String ensureResized(String sourceArn, TaskSize size, String operationId, Cancellation cancellation) {
        DescribeTaskDefinitionResponse source = gateway.describeTaskDefinition(sourceArn);
        RegisterTaskDefinitionRequest wanted = TaskDefinitionCopy.resized(source, size, operationId);
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            Optional<String> there = find(wanted);
            if (there.isPresent()) {
                return there.get();
            }
            try {
                return register(wanted);
            } catch (AgentctlException failure) {
                boolean passing = failure.code() == ErrorCode.THROTTLED || failure.code() == ErrorCode.UNREACHABLE;
                if (!passing || attempt == MOST_ATTEMPTS || !cancellation.sleep(pause)) {
                    throw failure;
                }
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    /** The revisions, newest first, that an operation registered in a family and that are still active. */
    List<String> registeredBy(String operationId, String family) {
        return newest(family).stream()
                .filter(arn -> gateway.describeTaskDefinition(arn).tags().stream()
                        .anyMatch(tag -> tag.key().equals(TaskDefinitionCopy.OPERATION_TAG)
                                && tag.value().equals(operationId)))
                .toList();
    }

    /** Makes a revision undeployable. The caller has made sure that nothing runs it. */
    void deregister(String arn) {
        calls.call("deregister " + ObservedTaskDefinition.shortName(arn), () -> ecs.get()
                .deregisterTaskDefinition(request -> request.taskDefinition(arn)));
    }

    private String register(RegisterTaskDefinitionRequest wanted) {
        return calls.call("register a revision of " + wanted.family(), () -> ecsOnce.get()
                .registerTaskDefinition(wanted)
                .taskDefinition()
                .taskDefinitionArn());
    }

    private Optional<String> find(RegisterTaskDefinitionRequest wanted) {
        return newest(wanted.family()).stream()
                .filter(arn -> TaskDefinitionCopy.sameContent(
                        wanted, gateway.describeTaskDefinition(arn).taskDefinition()))
                .findFirst();
    }

    private List<String> newest(String family) {
        return calls.call("list the revisions of " + family, () -> ecs.get()
                .listTaskDefinitions(request -> request.familyPrefix(family)
                        .status(TaskDefinitionStatus.ACTIVE)
                        .sort(SortOrder.DESC)
                        .maxResults(NEWEST))
                .taskDefinitionArns());
    }
}
