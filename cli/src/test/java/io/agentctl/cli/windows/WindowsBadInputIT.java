package io.agentctl.cli.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.cli.Commands;
import io.agentctl.cli.Commands.Outcome;
import io.agentctl.cli.FreshSandbox;
import io.agentctl.sandbox.http.Call;
import io.agentctl.sandbox.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ecs.model.Service;

/** What is wrong is said, with the exit code that it means; nothing is changed by it, and the rest is done. */
class WindowsBadInputIT {

    private static final World WORLD = World.parse(
            """
            history: 1h
            clusters:
              - name: acme
                services:
                  - {name: api, cpu: 256, memory: 512, tasks: 3, tags: {tier: dev}, workload: {pattern: {cpu: 9, memory: 9}}}
                  - {name: worker, cpu: 256, memory: 512, tasks: 2, tags: {tier: dev}, workload: {pattern: {cpu: 9, memory: 9}}}
                  - {name: other, cpu: 256, memory: 512, tasks: 1, workload: {pattern: {cpu: 9, memory: 9}}}
            """,
            Path.of("."));

    private static final String HEAD = "apiVersion: agentctl/v1\nkind: Windows\nwindows:\n";
    private static final String NIGHT = "2030-03-05T22:00:00Z";
    private static final String APPLY = "windows apply --yes --no-wait --at " + NIGHT;
    private static final String NIGHTS = "days: [mon-sun], from: \"20:00\", to: \"06:00\", overnight: true}\n";

    @RegisterExtension
    private static final FreshSandbox SANDBOX = new FreshSandbox(WORLD);

    @TempDir
    private Path folder;

    private Commands commands;

    @BeforeEach
    void inAProject() throws IOException {
        commands = Commands.ofProject(folder, SANDBOX.get(), "cluster: acme", "services: [api, worker]");
    }

    private void windows(String lines) throws IOException {
        Files.writeString(folder.resolve("windows.yaml"), HEAD + lines);
    }

    private static int desired(String service) {
        return SANDBOX
                .get()
                .ecs()
                .describeServices(request -> request.cluster("acme").services(service))
                .services()
                .stream()
                .mapToInt(Service::desiredCount)
                .sum();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {name: n, timeZone: Mars/Base, services: api, days: mon, from: "20:00", to: "21:00"} | 4:25 | 'timeZone' must be a time zone such as Europe/Berlin, not 'Mars/Base'
                    {name: n, services: api, sleep: "0 25 * * *", wake: "0 6 * * *"} | 4:30 | 'sleep' must be a cron expression of five fields
                    {name: n, services: api, sleep: "0 20 30 2 *", wake: "0 6 * * *"} | 4:30 | it never comes
                    {name: n, services: api, days: mon, from: "20:00", to: "06:00"} | 4:56 | it wakes at 06:00, which is not after 20:00; if the next day is meant, say overnight: true
                    {name: n, services: api, days: mon, from: "20:00", to: "21:00", exceptions: [{from: "2026-01-01T00:00", state: awake}]} | 4: | an exception needs 'from' and 'to'
                    """)
    void aFileThatMakesNoSenseIsRefusedWithItsPlace(String window, String place, String message) throws IOException {
        windows("  - " + window + "\n");

        for (String line : new String[] {
            "windows check", "windows preview --offline", "windows status", APPLY, "windows apply --mode native --yes"
        }) {
            Outcome outcome = commands.run(line);

            assertThat(outcome.code()).as(line).isEqualTo(65);
            assertThat(outcome.talk()).as(line).contains("windows.yaml:" + place, message);
        }
        assertThat(SANDBOX.get().calls().all()).noneMatch(Call::mutating);
    }

    @Test
    void aServiceThatIsMissingOrNotTheProjectsIsToldAndTheRestIsDone() throws IOException {
        windows("  - {name: nights, services: [api, gone, other], " + NIGHTS);

        Outcome outcome = commands.run(APPLY);

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out())
                .contains(
                        "✗ gone: there is no service gone in cluster acme",
                        "✗ other: it is not among the project's services",
                        "✓ api: 3 to 0",
                        "1 moved, 0 as they are, 2 failed.");
        assertThat(desired("api")).isZero();
        assertThat(desired("other")).isEqualTo(1);
        assertThat(commands.run("windows apply --dry-run --at " + NIGHT).code()).isEqualTo(1);
        assertThat(commands.run("windows status").out()).contains("✗ gone: ", "✗ other: ");
        Outcome checked = commands.run("windows check");
        assertThat(checked.code()).isEqualTo(3);
        assertThat(checked.out())
                .contains("windows.yaml:4:20: error: window nights: service gone is not among the project's services");
        Outcome scheduled = commands.run("windows apply --mode native --yes");
        assertThat(scheduled.code()).isEqualTo(1);
        assertThat(scheduled.talk()).contains("gone: there is no service gone in cluster acme");
    }

    @Test
    void aServiceUnderTwoWindowsIsToldWithBothAndTheRestIsDone() throws IOException {
        windows("  - {name: nights, services: [api], " + NIGHTS + "  - {name: dev, tags: {tier: dev}, " + NIGHTS);

        Outcome outcome = commands.run(APPLY);

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("✗ api: service api is under 2 windows: nights, dev", "overlap: awake", "✓ worker: 2 to 0");
        assertThat(desired("api")).isEqualTo(3);
        assertThat(desired("worker")).isZero();
        assertThat(commands.run("windows check").code())
                .as("tags are not in the file")
                .isZero();
        assertThat(commands.run("windows status").out())
                .contains("✗ api: service api is under 2 windows: nights, dev", "worker");
        assertThat(commands.run("windows preview").talk()).contains("Service api is under 2 windows: nights, dev");
    }

    @Test
    void aWishWithoutAnEndOrOfNoServiceIsRefused() throws IOException {
        windows("  - {name: nights, services: [api], " + NIGHTS);

        Outcome endless = commands.run("windows wake api --reason x --yes");
        assertThat(endless.code()).isEqualTo(64);
        assertThat(endless.talk()).contains("--for");
        Outcome past = commands.run("windows wake api --for 0s --reason x --yes");
        assertThat(past.code()).isEqualTo(64);
        Outcome stranger = commands.run("windows sleep other --for 1h --reason x --yes");
        assertThat(stranger.code()).isEqualTo(1);
        assertThat(stranger.talk()).contains("it is not among the project's services");
        assertThat(SANDBOX.get().calls().all()).noneMatch(Call::mutating);
    }

    @Test
    void aWindowThatIsNotThereIsRefusedWithTheNearOne() throws IOException {
        windows("  - {name: nights, services: [api], " + NIGHTS);

        Outcome outcome = commands.run("windows apply night --yes --at " + NIGHT);

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.talk()).contains("there is no window night in ", "nights");
        assertThat(desired("api")).isEqualTo(3);
    }
}
