package io.agentctl.cli.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.cli.Commands;
import io.agentctl.cli.Commands.Outcome;
import io.agentctl.sandbox.Sandbox;
import io.agentctl.sandbox.world.World;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project's dashboard as a user plans it, puts it and puts it back, against a sandbox. */
class DashboardCommandsIT {

    private static final World WORLD = World.parse(
            """
            history: 1h
            clusters:
              - name: acme
                services:
                  - {name: api, cpu: 256, memory: 512, workload: {pattern: {cpu: 60, memory: 200}}}
            """,
            Path.of("."));

    @TempDir
    private Path folder;

    @Test
    void itIsPlannedWidgetByWidgetPutOnceAndUndone() throws IOException {
        try (Sandbox sandbox = Sandbox.start(WORLD)) {
            Commands commands = Commands.ofProject(folder, sandbox, "cluster: acme");

            Outcome planned = commands.run("dashboard plan --detailed-exitcode");
            assertThat(planned.code()).as(planned.talk()).isEqualTo(2);
            assertThat(planned.out())
                    .startsWith("Plan: dashboard acme-runtime in context sandbox")
                    .containsPattern("add +api CPU +the project wants it")
                    .contains("a month for each dashboard over 3");
            assertThat(commands.run("dashboard apply --no-input").code()).isEqualTo(64);
            assertThat(commands.run("dashboard apply --yes --read-only").code()).isEqualTo(77);

            Outcome applied = commands.run("dashboard apply --yes");
            assertThat(applied.code()).as(applied.talk()).isZero();
            assertThat(applied.out()).contains("✓ acme-runtime: ", "agentctl ops undo op-");
            Outcome again = commands.run("dashboard plan --detailed-exitcode");
            assertThat(again.code()).as(again.out()).isZero();
            assertThat(again.out()).contains("Nothing to change.");

            String undo = applied.out()
                    .substring(applied.out().indexOf("ops undo op-"))
                    .lines()
                    .findFirst()
                    .orElseThrow()
                    .strip();
            assertThat(commands.run(undo + " --yes").code()).isZero();
            assertThat(sandbox.cloudWatch().listDashboards(request -> {}).dashboardEntries())
                    .isEmpty();
        }
    }
}
