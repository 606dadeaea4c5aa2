package io.agentctl.cli.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.cli.Commands;
import io.agentctl.cli.Commands.Outcome;
import io.agentctl.cli.FreshSandbox;
import io.agentctl.sandbox.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The commands for windows as a user types them, against a SANDBOX.get(). */
class WindowsCommandsIT {

    private static final World WORLD = World.parse(
            """
            history: 1h
            rollout: {accepted: 20ms, provisioning: 20ms, pending: 20ms, health: 20ms, draining: 20ms}
            clusters:
              - name: acme
                services:
                  - {name: api, cpu: 256, memory: 512, tasks: 3, scaling: {min: 2, max: 6, targetCpu: 60},
                     workload: {pattern: {cpu: 435, memory: 600, dailyAmplitude: 0, noise: 0}}}
                  - {name: worker, cpu: 256, memory: 512, tasks: 2, tags: {tier: dev},
                     workload: {pattern: {cpu: 100, memory: 200}}}
            """,
            Path.of("."));

    private static final String WINDOWS =
            """
            apiVersion: agentctl/v1
            kind: Windows
            timeZone: Europe/Berlin
            windows:
              - {name: nights, services: [api], days: [mon-sun], from: "20:00", to: "06:00", overnight: true}
              - {name: dev, tags: {tier: dev}, days: [mon-sun], from: "19:00", to: "07:00", overnight: true}
            """;

    private static final String NIGHT = "2030-03-05T22:00:00Z";
    private static final String DAY = "2030-03-06T12:00:00Z";

    @RegisterExtension
    private static final FreshSandbox SANDBOX = new FreshSandbox(WORLD);

    @TempDir
    private Path folder;

    private Commands commands;

    @BeforeEach
    void inAProject() throws IOException {
        commands = Commands.ofProject(folder, SANDBOX.get(), "cluster: acme");
        Files.writeString(folder.resolve("windows.yaml"), WINDOWS);
    }

    private int desired(String service) {
        String json = commands.run("ecs services " + service + " -o json").out();
        Matcher desired = Pattern.compile("\"desired\": (\\d+)").matcher(json);
        assertThat(desired.find()).as(json).isTrue();
        return Integer.parseInt(desired.group(1));
    }

    private Outcome succeed(String line) {
        Outcome outcome = commands.run(line);
        assertThat(outcome.code()).as(outcome.out() + outcome.talk()).isZero();
        return outcome;
    }

    @Test
    void aJobPutsServicesToSleepAndWakesThemAgain() {
        Outcome dry = succeed("windows apply --dry-run --at " + NIGHT);
        assertThat(dry.out())
                .contains("api", "nights", "asleep", "3 to 0", "put to sleep", "until Wed 2030-03-06 06:00")
                .contains("worker", "dev", "2 to 0");
        assertThat(desired("api")).isEqualTo(3);

        Outcome slept = succeed("windows apply --yes --at " + NIGHT);
        assertThat(slept.out()).contains("✓ api: 3 to 0", "2 moved, 0 as they are, 0 failed.", "agentctl ops undo op-");
        assertThat(desired("api")).isZero();

        assertThat(succeed("windows apply --yes --at " + NIGHT).out())
                .contains("0 moved, 2 as they are, 0 failed.", "api: asleep: window nights");
        assertThat(succeed("windows status").out()).contains("3 tasks, scaling within 2-6");

        assertThat(succeed("windows apply nights --yes --at " + DAY).out()).contains("✓ api: 0 to 3", "1 moved");
        assertThat(desired("api")).isEqualTo(3);
        assertThat(desired("worker")).as("of another window").isZero();
        assertThat(succeed("windows apply --yes --at " + DAY).out()).contains("✓ worker: 0 to 2");
    }

    @Test
    void nothingIsMovedWithoutConsent() {
        Outcome refused = commands.run("windows apply --no-input --at " + NIGHT);

        assertThat(refused.code()).isEqualTo(64);
        assertThat(desired("api")).isEqualTo(3);
        assertThat(commands.run("windows apply --yes --read-only --at " + NIGHT).code())
                .isEqualTo(77);
        assertThat(desired("api")).isEqualTo(3);
    }

    @Test
    void aServiceThatIsMissingIsToldAndTheOthersAreMoved() throws IOException {
        Files.writeString(folder.resolve("windows.yaml"), WINDOWS.replace("[api]", "[api, gone]"));

        Outcome outcome = commands.run("windows apply --yes --at " + NIGHT);

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("✗ gone: there is no service gone in cluster acme", "2 moved, 0 as they are, 1 failed.");
        assertThat(desired("api")).isZero();
    }

    @Test
    void whatAJobDidCanBeUndone() {
        String slept = succeed("windows apply nights --yes --at " + NIGHT).out();
        String undo = slept.substring(slept.indexOf("ops undo op-")).strip();

        succeed(undo + " --yes");

        assertThat(desired("api")).isEqualTo(3);
        assertThat(succeed("windows status").out()).doesNotContain("scaling within 2-6");
    }

    @Test
    void aWishGoesBeforeTheWindowsForAWhile() {
        succeed("windows apply --yes --at " + NIGHT);

        Outcome woken = commands.run("windows", "wake", "worker", "--for", "2h", "--reason", "late release", "--yes");
        assertThat(woken.code()).as(woken.out() + woken.talk()).isZero();
        assertThat(woken.talk()).contains("+ awake until", "late release");
        assertThat(desired("worker")).isEqualTo(2);
        assertThat(succeed("windows status").out()).contains("to be awake until");

        Outcome cancelled = succeed("windows cancel worker --yes");
        assertThat(cancelled.out()).contains("failed.");
        Outcome none = succeed("windows cancel worker --yes");
        assertThat(none.out()).contains("worker");
    }

    @Test
    void aWishNeedsAnEndAReasonAndAService() {
        assertThat(commands.run("windows wake api --reason x --yes").code()).isEqualTo(64);
        assertThat(commands.run("windows wake api --for 2h --yes").code()).isEqualTo(64);
        Outcome unknown = commands.run("windows sleep apii --for 2h --reason x --yes");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.talk()).contains("there is no service apii in cluster acme", "Did you mean api");
    }

    @Test
    void awsCanBeHadToDoItByScheduledActions() throws IOException {
        Outcome planned = succeed("windows apply --mode native --dry-run");
        assertThat(planned.out())
                .contains(
                        "agentctl-window-nights-sleep",
                        "cron(0 20 ? * MON,TUE,WED,THU,FRI,SAT,SUN *) Europe/Berlin 0-0",
                        "agentctl-window-nights-wake",
                        "Europe/Berlin 2-6");
        assertThat(planned.talk())
                .contains("worker does not scale", "AWS wakes services to their minimum")
                .doesNotContain("holidays");

        succeed("windows apply --mode native --yes");
        assertThat(commands.run("windows apply --mode native --dry-run --detailed-exitcode")
                        .code())
                .as("nothing has drifted")
                .isZero();
        Files.writeString(folder.resolve("windows.yaml"), WINDOWS.replace("from: \"20:00\"", "from: \"21:30\""));
        Outcome drifted = commands.run("windows apply --mode native --dry-run --detailed-exitcode");
        assertThat(drifted.code()).as(drifted.talk()).isEqualTo(2);
        assertThat(drifted.out()).contains("cron(30 21 ? * ", "it is not as the window says");

        String changed = succeed("windows apply --mode native --yes").out();
        succeed(changed.substring(changed.indexOf("ops undo op-")).strip() + " --yes");
        assertThat(succeed("windows apply --mode native --dry-run").out())
                .as("undone")
                .contains("cron(0 20 ? * MON,TUE,WED,THU,FRI,SAT,SUN *) Europe/Berlin 0-0 → cron(30 21 ? * ");
        assertThat(succeed("windows apply --mode native --remove --yes").out()).contains("2 scheduled actions");
        assertThat(succeed("windows apply --mode native --remove --dry-run").out())
                .contains("othing");
    }

    @Test
    void theGuidesPolicyAllowsAllThatIsCalled() throws IOException {
        SANDBOX.get().calls().clear();
        succeed("windows apply --yes --at " + NIGHT);
        succeed("windows apply --yes --at " + DAY);
        succeed("windows apply --mode native --yes");
        succeed("windows apply --mode native --remove --yes");

        String guide = Files.readString(Path.of("../docs/windows.md"));
        assertThat(SANDBOX.get().calls().all().stream()
                        .filter(call -> !call.service().equals("sts"))
                        .map(call -> "\"" + call.service() + ":" + call.operation() + "\"")
                        .collect(Collectors.toSet()))
                .hasSizeGreaterThan(5)
                .allSatisfy(action -> assertThat(guide).contains(action));
    }

    @Test
    void nativeModeTakesNoInstant() {
        assertThat(commands.run("windows apply --mode native --at " + NIGHT).code())
                .isEqualTo(64);
        assertThat(commands.run("windows apply --remove").code()).isEqualTo(64);
        assertThat(commands.run("windows apply --mode cron").code()).isEqualTo(64);
    }

    @Test
    void aFileIsCheckedAndPreviewed() throws IOException {
        assertThat(succeed("windows check").out()).contains("windows.yaml: 2 windows, 0 errors");
        assertThat(succeed("windows preview --next 2d").out())
                .contains("nights, by the clocks of Europe/Berlin\nOf api\n", "Asleep for 20.0 hours, which saves $0");
        assertThat(succeed("windows preview --offline --next 2d -o ical").out())
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains("SUMMARY:nights: api asleep\r\n");
        assertThat(commands.run("windows status -o ical").code()).isEqualTo(64);

        Files.writeString(folder.resolve("windows.yaml"), WINDOWS.replace("Europe/Berlin", "Europe/Berlon"));
        Outcome bad = commands.run("windows apply --yes");
        assertThat(bad.code()).isEqualTo(65);
        assertThat(bad.talk()).contains("windows.yaml:3:", "'timeZone' must be a time zone", "not 'Europe/Berlon'");
        assertThat(desired("api")).isEqualTo(3);
    }
}
