package io.agentctl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.sandbox.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ContainerOverride;
import software.amazon.awssdk.services.ecs.model.EcsException;
import software.amazon.awssdk.services.ecs.model.InvalidParameterException;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.ecs.model.TaskOverride;
import software.amazon.awssdk.services.ecs.model.TaskStopCode;

class TaskRunsTest {
    private static final String WORLD =
            """
            history: 1h
            rollout: {provisioning: 0s, pending: 0s, draining: 0s}
            programs: {greeter: [sh, -c, 'echo "hello $WHO $0"; exit $CODE'], sleeper: [sleep, "60"]}
            taskDefinitions:
              - family: greeter
                networkMode: bridge
                cpu: "256"
                memory: "512"
                containerDefinitions:
                  - {name: app, image: "registry/team/greeter:1", environment: [{name: WHO, value: you}, {name: CODE, value: "0"}]}
              - {family: sleeper, cpu: "256", memory: "512", containerDefinitions: [{name: app, image: sleeper}]}
              - {family: unknown, cpu: "256", memory: "512", containerDefinitions: [{name: app, image: nginx}]}
              - {family: vpc, networkMode: awsvpc, cpu: "256", memory: "512", containerDefinitions: [{name: app, image: nginx}]}
            clusters: [{name: main}]
            """;

    @Test
    void taskRunsItsImagesProgramWithOverrides() throws InterruptedException {
        try (Sandbox sandbox = sandbox()) {
            EcsClient ecs = sandbox.ecs();

            Task started = run(ecs, "greeter", request -> request.startedBy("me")
                    .overrides(TaskOverride.builder()
                            .containerOverrides(ContainerOverride.builder()
                                    .name("app")
                                    .command("again")
                                    .environment(KeyValuePair.builder()
                                            .name("CODE")
                                            .value("3")
                                            .build())
                                    .build())
                            .build()));

            Task ended = await(ecs, started.taskArn(), task -> task.lastStatus().equals("STOPPED"));
            assertThat(ended.stopCode()).isEqualTo(TaskStopCode.ESSENTIAL_CONTAINER_EXITED);
            assertThat(ended.containers().getFirst().exitCode()).isEqualTo(3);
            assertThat(ended.startedBy()).isEqualTo("me");
            assertThat(ended.group()).isEqualTo("family:greeter");
        }
    }

    @Test
    void stoppedTaskEndsItsProgram() throws InterruptedException {
        try (Sandbox sandbox = sandbox()) {
            EcsClient ecs = sandbox.ecs();
            Task started = run(ecs, "sleeper", request -> {});
            await(ecs, started.taskArn(), task -> task.lastStatus().equals("RUNNING"));

            ecs.stopTask(
                    request -> request.cluster("main").task(started.taskArn()).reason("enough"));

            Task ended = await(ecs, started.taskArn(), task -> task.lastStatus().equals("STOPPED"));
            assertThat(ended.stopCode()).isEqualTo(TaskStopCode.USER_INITIATED);
            assertThat(ended.stoppedReason()).isEqualTo("enough");
            assertThat(ecs.listTasks(request -> request.cluster("main")).taskArns())
                    .isEmpty();
        }
    }

    @Test
    void imageThatStandsForNothingRunsUntilItIsStopped() throws InterruptedException {
        try (Sandbox sandbox = sandbox()) {
            EcsClient ecs = sandbox.ecs();
            Task started = run(ecs, "unknown", request -> {});
            await(ecs, started.taskArn(), task -> task.lastStatus().equals("RUNNING"));
            assertThat(ecs.listTasks(request -> request.cluster("main").family("unknown"))
                            .taskArns())
                    .containsExactly(started.taskArn());

            ecs.stopTask(request -> request.cluster("main").task(started.taskArn()));

            await(ecs, started.taskArn(), task -> task.lastStatus().equals("STOPPED"));
        }
    }

    @Test
    void sameTokenStartsOnce() {
        try (Sandbox sandbox = sandbox()) {
            EcsClient ecs = sandbox.ecs();
            Task first = run(ecs, "unknown", request -> request.clientToken("t"));

            assertThat(run(ecs, "unknown", request -> request.clientToken("t")).taskArn())
                    .isEqualTo(first.taskArn());
            assertThatThrownBy(() -> run(ecs, "sleeper", request -> request.clientToken("t")))
                    .isInstanceOf(EcsException.class);
        }
    }

    @Test
    void whatCannotRunIsRefused() {
        try (Sandbox sandbox = sandbox()) {
            EcsClient ecs = sandbox.ecs();

            assertThatThrownBy(() -> run(ecs, "vpc", request -> {}))
                    .isInstanceOf(InvalidParameterException.class)
                    .hasMessageContaining("Network Configuration must be provided");
            assertThatThrownBy(() -> run(
                            ecs,
                            "greeter",
                            request -> request.overrides(TaskOverride.builder()
                                    .containerOverrides(ContainerOverride.builder()
                                            .name("other")
                                            .build())
                                    .build())))
                    .isInstanceOf(InvalidParameterException.class)
                    .hasMessageContaining("is not a container in the TaskDefinition");
            assertThatThrownBy(() -> run(ecs, "greeter", request -> request.count(11)))
                    .isInstanceOf(InvalidParameterException.class);
            assertThatThrownBy(() ->
                            ecs.stopTask(request -> request.cluster("main").task("gone")))
                    .isInstanceOf(InvalidParameterException.class);
        }
    }

    private static Sandbox sandbox() {
        return Sandbox.start(World.parse(WORLD, Path.of("")));
    }

    private static Task run(EcsClient ecs, String family, Consumer<RunTaskRequest.Builder> more) {
        return ecs.runTask(request -> more.accept(request.cluster("main").taskDefinition(family)))
                .tasks()
                .getFirst();
    }

    private static Task await(EcsClient ecs, String arn, Predicate<Task> reached) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < end) {
            Task task = ecs.describeTasks(request -> request.cluster("main").tasks(arn))
                    .tasks()
                    .getFirst();
            if (reached.test(task)) {
                return task;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("the task did not come to that");
    }
}
