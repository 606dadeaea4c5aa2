package io.agentctl.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.sandbox.ecs.Arns;
import io.agentctl.sandbox.protocol.TreeReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ecs.model.Compatibility;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.LogConfiguration;
import software.amazon.awssdk.services.ecs.model.LogDriver;
import software.amazon.awssdk.services.ecs.model.NetworkMode;
import software.amazon.awssdk.services.ecs.model.PortMapping;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.RuntimePlatform;

/** Turns documents into the requests that register their task definitions. */
final class TaskDefinitions {
    private static final int PORT = 8080;

    private final Arns arns;

    TaskDefinitions(Arns arns) {
        this.arns = arns;
    }

    /** The service's task definition without its size. */
    RegisterTaskDefinitionRequest template(ServiceDocument service) {
        RegisterTaskDefinitionRequest given = given(service);
        RegisterTaskDefinitionRequest.Builder template = given.toBuilder()
                .family(service.name())
                .networkMode(NetworkMode.AWSVPC)
                .requiresCompatibilities(Compatibility.FARGATE)
                .runtimePlatform(RuntimePlatform.builder()
                        .cpuArchitecture(service.architecture().name())
                        .operatingSystemFamily("LINUX")
                        .build());
        if (given.executionRoleArn() == null) {
            template.executionRoleArn("arn:aws:iam::" + arns.account() + ":role/" + service.name() + "-execution");
        }
        if (given.taskRoleArn() == null) {
            template.taskRoleArn("arn:aws:iam::" + arns.account() + ":role/" + service.name() + "-task");
        }
        if (given.containerDefinitions().isEmpty()) {
            template.containerDefinitions(plainContainer(service));
        }
        return template.build();
    }

    private static RegisterTaskDefinitionRequest given(ServiceDocument service) {
        return service.taskDefinition() == null
                ? RegisterTaskDefinitionRequest.builder().build()
                : read(service.taskDefinition(), "service " + service.name() + ": taskDefinition");
    }

    /** A task definition as the API spells it; the place is for messages. */
    static RegisterTaskDefinitionRequest read(JsonNode node, String place) {
        SdkPojo builder = (SdkPojo) RegisterTaskDefinitionRequest.builder();
        Optional<String> unknown = TreeReader.unknownMember(node, builder);
        if (unknown.isPresent()) {
            throw new WorldFormatException("%s: unknown key \"%s\": RegisterTaskDefinition has no such member"
                    .formatted(place, unknown.get()));
        }
        return (RegisterTaskDefinitionRequest) TreeReader.read(node, builder);
    }

    private ContainerDefinition plainContainer(ServiceDocument service) {
        return ContainerDefinition.builder()
                .name("app")
                .image(arns.account() + ".dkr.ecr." + arns.region() + ".amazonaws.com/" + service.name() + ":1.0.0")
                .essential(true)
                .portMappings(PortMapping.builder()
                        .containerPort(PORT)
                        .protocol("tcp")
                        .build())
                .logConfiguration(LogConfiguration.builder()
                        .logDriver(LogDriver.AWSLOGS)
                        .options(Map.of(
                                "awslogs-group",
                                "/ecs/" + service.name(),
                                "awslogs-region",
                                arns.region(),
                                "awslogs-stream-prefix",
                                "app"))
                        .build())
                .environment(List.of())
                .build();
    }
}
