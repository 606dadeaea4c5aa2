package io.agentctl.sandbox.ecs;

import io.agentctl.sandbox.protocol.Pojos;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ecs.model.Attribute;
import software.amazon.awssdk.services.ecs.model.Compatibility;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionStatus;

/** Every registered task definition. Not thread-safe. */
final class TaskDefinitionBook {
    private static final Set<String> SIZE = Set.of("cpu", "memory");

    private final Arns arns;
    private final Map<String, List<TaskDefinition>> families = new TreeMap<>();

    TaskDefinitionBook(Arns arns) {
        this.arns = arns;
    }

    /** Registers the next revision; takes over every member that both shapes have, so that none is forgotten. */
    TaskDefinition register(RegisterTaskDefinitionRequest request, Instant at) {
        if (request.family() == null || request.family().isBlank()) {
            throw EcsErrors.client("Family should not be blank.");
        }
        if (request.containerDefinitions().isEmpty()) {
            throw EcsErrors.client("Container list cannot be empty.");
        }
        TaskSize size = TaskSize.of(request.cpu(), request.memory());
        if (!size.valid()) {
            throw EcsErrors.client("No Fargate configuration exists for given values: %d CPU, %d memory. See the Amazon"
                            .formatted(size.cpu(), size.memory())
                    + " ECS documentation for the valid values.");
        }
        requireContainersFit(request.containerDefinitions(), size);
        List<TaskDefinition> revisions = families.computeIfAbsent(request.family(), ignored -> new ArrayList<>());
        int revision = revisions.size() + 1;
        TaskDefinition.Builder builder = TaskDefinition.builder();
        Pojos.copy(request, (SdkPojo) builder, SIZE);
        TaskDefinition definition = builder.taskDefinitionArn(arns.taskDefinition(request.family(), revision))
                .revision(revision)
                .cpu(Integer.toString(size.cpu()))
                .memory(Integer.toString(size.memory()))
                .status(TaskDefinitionStatus.ACTIVE)
                .compatibilities(Compatibility.EC2, Compatibility.FARGATE)
                .requiresAttributes(
                        attribute("com.amazonaws.ecs.capability.docker-remote-api.1.18"),
                        attribute("ecs.capability.task-eni"))
                .registeredAt(at)
                .registeredBy(arns.caller())
                .build();
        revisions.add(definition);
        return definition;
    }

    private static Attribute attribute(String name) {
        return Attribute.builder().name(name).build();
    }

    private static void requireContainersFit(List<ContainerDefinition> containers, TaskSize size) {
        int cpu = 0;
        int reserved = 0;
        for (ContainerDefinition container : containers) {
            if (container.name() == null || container.image() == null) {
                throw EcsErrors.client("Container.name and Container.image should not be null or empty.");
            }
            cpu += container.cpu() == null ? 0 : container.cpu();
            if (container.memory() != null && container.memory() > size.memory()) {
                throw EcsErrors.client(
                        "Invalid setting for container '%s'. The memory limit %d must not exceed the task's %d MiB."
                                .formatted(container.name(), container.memory(), size.memory()));
            }
            reserved += reservation(container);
        }
        if (cpu > size.cpu()) {
            throw EcsErrors.client(
                    "The sum of the containers' cpu, %d, must not exceed the task's %d.".formatted(cpu, size.cpu()));
        }
        if (reserved > size.memory()) {
            throw EcsErrors.client("The sum of the containers' memory, %d, must not exceed the task's %d."
                    .formatted(reserved, size.memory()));
        }
    }

    private static int reservation(ContainerDefinition container) {
        if (container.memoryReservation() != null) {
            return container.memoryReservation();
        }
        return container.memory() == null ? 0 : container.memory();
    }

    /**
     * Finds a definition by ARN, {@code family:revision}, or the latest ACTIVE one of a family.
     *
     * @throws RuntimeException the service's refusal when there is none
     */
    TaskDefinition find(String nameOrArn) {
        if (nameOrArn == null || nameOrArn.isBlank()) {
            throw EcsErrors.client("Task definition should not be blank.");
        }
        String name = Arns.lastPart(nameOrArn);
        int colon = name.indexOf(':');
        List<TaskDefinition> revisions = families.getOrDefault(colon < 0 ? name : name.substring(0, colon), List.of());
        if (colon < 0) {
            return revisions.reversed().stream()
                    .filter(definition -> definition.status() == TaskDefinitionStatus.ACTIVE)
                    .findFirst()
                    .orElseThrow(EcsErrors::taskDefinitionNotFound);
        }
        String revision = name.substring(colon + 1);
        if (!revision.matches("\\d{1,9}")) {
            throw EcsErrors.client("Invalid revision number. Number: " + revision);
        }
        int number = Integer.parseInt(revision);
        if (number < 1 || number > revisions.size()) {
            throw EcsErrors.taskDefinitionNotFound();
        }
        return revisions.get(number - 1);
    }

    /** Makes a definition INACTIVE: services that use it go on, no new deployment can. */
    TaskDefinition deregister(String nameOrArn, Instant at) {
        TaskDefinition definition = find(nameOrArn);
        TaskDefinition inactive = definition.toBuilder()
                .status(TaskDefinitionStatus.INACTIVE)
                .deregisteredAt(at)
                .build();
        families.get(definition.family()).set(definition.revision() - 1, inactive);
        return inactive;
    }

    /** All definitions of all families, by family and revision. */
    List<TaskDefinition> all() {
        return families.values().stream().flatMap(List::stream).toList();
    }
}
