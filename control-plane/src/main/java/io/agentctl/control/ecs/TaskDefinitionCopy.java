package io.agentctl.control.ecs;

import io.agentctl.control.fargate.TaskSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.Tag;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * Copies a task definition to another size. Every field that a registration takes and a description has is copied by
 * the SDK's own list of fields, so that a field which AWS adds is not lost; what a description has besides (ARN,
 * revision, status, and the like) has no counterpart in a registration and falls away by itself.
 */
final class TaskDefinitionCopy {

    /** Marks a revision with the operation that registered it, so that it is found again after a lost response. */
    static final String OPERATION_TAG = "agentctl:operation";

    private TaskDefinitionCopy() {}

    /** The registration that makes a copy of {@code source} in another size, tagged with the operation's id. */
    static RegisterTaskDefinitionRequest resized(
            DescribeTaskDefinitionResponse source, TaskSize size, String operationId) {
        RegisterTaskDefinitionRequest.Builder copy = copyOf(source.taskDefinition());
        TaskSize old = TaskDefinitionReader.read(source.taskDefinition())
                .taskSize()
                .orElseThrow(() -> new IllegalArgumentException(
                        source.taskDefinition().taskDefinitionArn() + " has no Fargate task size"));
        return copy.cpu(Integer.toString(size.cpuUnits()))
                .memory(Integer.toString(size.memoryMib()))
                .containerDefinitions(
                        ContainerLimits.scaled(source.taskDefinition().containerDefinitions(), old, size))
                .tags(tags(source.tags(), operationId))
                .build();
    }

    /** True if registering {@code wanted} would make what {@code existing} is already, tags apart. */
    static boolean sameContent(RegisterTaskDefinitionRequest wanted, TaskDefinition existing) {
        RegisterTaskDefinitionRequest there = copyOf(existing).build();
        return there.equals(wanted.toBuilder().tags((List<Tag>) null).build());
    }

    private static RegisterTaskDefinitionRequest.Builder copyOf(TaskDefinition definition) {
        Map<String, SdkField<?>> described =
                definition.sdkFields().stream().collect(Collectors.toMap(SdkField::memberName, Function.identity()));
        RegisterTaskDefinitionRequest.Builder copy = RegisterTaskDefinitionRequest.builder();
        for (SdkField<?> field : copy.build().sdkFields()) {
            SdkField<?> origin = described.get(field.memberName());
            if (origin != null) {
                field.set(copy, origin.getValueOrDefault(definition));
            }
        }
        return copy;
    }

    private static List<Tag> tags(List<Tag> sourceTags, String operationId) {
        List<Tag> tags = new ArrayList<>();
        for (Tag tag : sourceTags) {
            if (!tag.key().equals(OPERATION_TAG) && !tag.key().startsWith("aws:")) {
                tags.add(tag);
            }
        }
        tags.add(Tag.builder().key(OPERATION_TAG).value(operationId).build());
        return tags;
    }
}
