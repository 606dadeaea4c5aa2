package io.agentctl.control.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.fargate.TaskSize;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.services.ecs.model.Compatibility;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;
import software.amazon.awssdk.services.ecs.model.PidMode;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.Tag;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

class TaskDefinitionCopyTest {

    private static final TaskDefinition DEFINITION = TaskDefinition.builder()
            .taskDefinitionArn("arn:aws:ecs:us-east-1:111122223333:task-definition/api:7")
            .family("api")
            .revision(7)
            .cpu("2048")
            .memory("4096")
            .pidMode(PidMode.TASK)
            .enableFaultInjection(true)
            .requiresCompatibilities(Compatibility.FARGATE)
            .ephemeralStorage(storage -> storage.sizeInGiB(40))
            .containerDefinitions(ContainerDefinition.builder()
                    .name("app")
                    .image("registry.example/app:1")
                    .memory(4096)
                    .environment(KeyValuePair.builder()
                            .name("MODE")
                            .value("production")
                            .build())
                    .build())
            .build();

    private static final DescribeTaskDefinitionResponse SOURCE = DescribeTaskDefinitionResponse.builder()
            .taskDefinition(DEFINITION)
            .tags(tag("team", "runtime"), tag(TaskDefinitionCopy.OPERATION_TAG, "op-of-yesterday"), tag("aws:x", "y"))
            .build();

    @Test
    void everythingButTheSizeIsKept() {
        RegisterTaskDefinitionRequest copy =
                TaskDefinitionCopy.resized(SOURCE, new TaskSize(1024, 2048), "op-20261124-031502-k7qd");

        assertThat(copy.cpu()).isEqualTo("1024");
        assertThat(copy.memory()).isEqualTo("2048");
        assertThat(copy.pidMode()).isEqualTo(PidMode.TASK);
        assertThat(copy.enableFaultInjection()).isTrue();
        assertThat(copy.ephemeralStorage().sizeInGiB()).isEqualTo(40);
        assertThat(copy.requiresCompatibilities()).containsExactly(Compatibility.FARGATE);
        assertThat(copy.containerDefinitions().getFirst().environment())
                .extracting("value")
                .containsExactly("production");
    }

    @Test
    void tagsAreKeptButThoseOfAwsAndOfEarlierOperations() {
        RegisterTaskDefinitionRequest copy =
                TaskDefinitionCopy.resized(SOURCE, new TaskSize(1024, 2048), "op-20261124-031502-k7qd");

        assertThat(copy.tags())
                .containsExactly(
                        tag("team", "runtime"), tag(TaskDefinitionCopy.OPERATION_TAG, "op-20261124-031502-k7qd"));
    }

    @Test
    void everyFieldThatARegistrationTakesHasItsCounterpartInADescription() {
        Set<String> described = names(TaskDefinition.builder().build().sdkFields());
        Set<String> registered =
                names(RegisterTaskDefinitionRequest.builder().build().sdkFields());

        registered.removeAll(described);

        assertThat(registered).containsExactly("tags");
    }

    @Test
    void aRevisionOfTheSameContentIsRecognisedWhateverItsTags() {
        RegisterTaskDefinitionRequest copy = TaskDefinitionCopy.resized(SOURCE, new TaskSize(1024, 2048), "op-a");
        TaskDefinition same = DEFINITION.toBuilder()
                .revision(8)
                .cpu("1024")
                .memory("2048")
                .containerDefinitions(copy.containerDefinitions())
                .build();

        assertThat(TaskDefinitionCopy.sameContent(copy, same)).isTrue();
        assertThat(TaskDefinitionCopy.sameContent(copy, DEFINITION)).isFalse();
    }

    private static Set<String> names(List<SdkField<?>> fields) {
        return fields.stream().map(SdkField::memberName).collect(Collectors.toSet());
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
