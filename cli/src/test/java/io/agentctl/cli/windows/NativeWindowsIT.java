package io.agentctl.cli.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.cli.Commands;
import io.agentctl.cli.Commands.Outcome;
import io.agentctl.sandbox.Sandbox;
import io.agentctl.sandbox.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

/** Windows that AWS keeps: the sandbox's clock passes, and its scheduled actions do the rest. */
class NativeWindowsIT {

    private static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");
    private static final String RESOURCE = "service/acme/api";
    private static final String SLEEP = "agentctl-window-nights-sleep";

    private static final World WORLD = World.parse(
            """
            history: 1h
            rollout: {accepted: 20ms, provisioning: 20ms, pending: 20ms, health: 20ms, draining: 20ms}
            clusters:
              - name: acme
                services:
                  - {name: api, cpu: 256, memory: 512, tasks: 3, scaling: {min: 2, max: 6, targetCpu: 60},
                     workload: {pattern: {cpu: 260, memory: 600, dailyAmplitude: 0, noise: 0}}}
            """,
            Path.of("."));

    private static final String WINDOWS =
            """
            apiVersion: agentctl/v1
            kind: Windows
            timeZone: Asia/Kolkata
            windows:
              - {name: nights, services: [api], days: [mon-sun], from: "20:00", to: "06:30", overnight: true}
            """;

    @TempDir
    private Path folder;

    private Sandbox sandbox;
    private Commands commands;

    @BeforeEach
    void prepare() throws IOException {
        sandbox = Sandbox.start(WORLD);
        commands = Commands.ofProject(folder, sandbox, "cluster: acme");
        Files.writeString(folder.resolve("windows.yaml"), WINDOWS);
        passTo("12:00");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private Outcome succeed(String line) {
        Outcome outcome = commands.run(line);
        assertThat(outcome.code()).as(outcome.out() + outcome.talk()).isZero();
        return outcome;
    }

    /** Lets the clock pass to the next time of day, in the window's zone. */
    private void passTo(String time) {
        ZonedDateTime now = sandbox.clock().instant().atZone(ZONE);
        ZonedDateTime next = now.with(LocalTime.parse(time));
        sandbox.advance(Duration.between(now, next.isAfter(now) ? next : next.plusDays(1)));
    }

    private int desired() {
        return sandbox.ecs()
                .describeServices(request -> request.cluster("acme").services("api"))
                .services()
                .getFirst()
                .desiredCount();
    }

    @Test
    void servicesSleepAndWakeWhenTheClocksOfTheZoneSaySo() {
        succeed("windows apply --mode native --yes");

        passTo("19:59");
        assertThat(desired()).isPositive();
        passTo("20:02");
        assertThat(desired()).as("at night").isZero();
        passTo("06:28");
        assertThat(desired()).as("before the morning").isZero();
        assertThat(succeed("windows apply --mode native --dry-run").out())
                .as("the bounds of the night are not taken for those of the day")
                .contains("othing");
        passTo("06:32");
        assertThat(desired()).as("in the morning").isGreaterThanOrEqualTo(2);
        passTo("20:02");
        assertThat(desired()).as("on the next night").isZero();
    }

    @Test
    void whatSomebodyChangedByHandIsFoundAndPutRight() {
        succeed("windows apply --mode native --yes");
        sandbox.scaling().putScheduledAction(request -> request.serviceNamespace(ServiceNamespace.ECS)
                .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT)
                .resourceId(RESOURCE)
                .scheduledActionName(SLEEP)
                .schedule("cron(0 23 * * ? *)")
                .timezone("UTC")
                .scalableTargetAction(bounds -> bounds.minCapacity(1).maxCapacity(1)));

        Outcome drifted = commands.run("windows apply --mode native --dry-run --detailed-exitcode");
        assertThat(drifted.code()).isEqualTo(2);
        assertThat(drifted.out()).contains(SLEEP, "cron(0 23 * * ? *) UTC 1-1 → cron(0 20 ? * ");

        succeed("windows apply --mode native --yes");
        passTo("20:02");
        assertThat(desired()).isZero();
    }

    @Test
    void whatWasRemovedActsNoMore() {
        succeed("windows apply --mode native --yes");
        succeed("windows apply --mode native --remove --yes");

        passTo("20:02");
        assertThat(desired()).isGreaterThanOrEqualTo(2);
        assertThat(sandbox.scaling()
                        .describeScheduledActions(request -> request.serviceNamespace(ServiceNamespace.ECS))
                        .scheduledActions())
                .isEmpty();
    }

    @Test
    void anUndoThatALaterChangeIsInTheWayOfDoesNothing() throws IOException {
        String first = succeed("windows apply --mode native --yes").out();
        Files.writeString(folder.resolve("windows.yaml"), WINDOWS.replace("from: \"20:00\"", "from: \"21:00\""));
        succeed("windows apply --mode native --yes");

        Outcome refused =
                commands.run(first.substring(first.indexOf("ops undo op-")).strip() + " --yes");

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.talk()).contains(SLEEP, "nothing was done", "--force");
        assertThat(sandbox.scaling()
                        .describeScheduledActions(request -> request.serviceNamespace(ServiceNamespace.ECS))
                        .scheduledActions())
                .hasSize(2);
    }
}
