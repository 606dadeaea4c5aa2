package io.agentctl.control.windows.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.testing.ChildProcess;
import io.agentctl.sandbox.Sandbox;
import io.agentctl.sandbox.http.Call;
import io.agentctl.sandbox.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two runs in two processes begin at the same time: each service is moved once, by one of them. */
class TwoRunsIT {

    private static final int SOME = 30;
    private static final int MANY = 500;

    @TempDir
    private Path folder;

    @Test
    void twoRunsAtOnceMoveEachServiceOnceAndBringItBackOnce() throws Exception {
        try (Sandbox sandbox = Sandbox.start(fleet(SOME))) {
            Map<String, Integer> before = desired(sandbox, SOME);

            moved(sandbox, SOME, WindowsBench.NIGHT);
            assertThat(desired(sandbox, SOME).values()).containsOnly(0);

            moved(sandbox, SOME, WindowsBench.MORNING);
            assertThat(desired(sandbox, SOME)).isEqualTo(before);
        }
    }

    /** While calls are throttled as AWS does; takes some four minutes, which is what the rates allow. */
    @Test
    @Tag("extended")
    void twoRunsOverFiveHundredServicesStayWithinTheLimits() throws Exception {
        try (Sandbox sandbox = Sandbox.start(fleet(MANY))) {
            sandbox.faults().requestRates();
            sandbox.calls().clear();

            moved(sandbox, MANY, WindowsBench.NIGHT);

            sandbox.faults().clear();
            assertThat(desired(sandbox, MANY).values()).containsOnly(0);
            List<Call> calls = sandbox.calls().all();
            List<Call> refused =
                    calls.stream().filter(call -> !call.faults().isEmpty()).toList();
            System.getLogger(TwoRunsIT.class.getName())
                    .log(System.Logger.Level.INFO, calls.size() + " calls, " + refused.size() + " throttled");
            // Neither run knows of the other: what both send together is over some limit now and then, not all the
            // time.
            assertThat(refused.size()).isLessThan(calls.size() / 10);
        }
    }

    private void moved(Sandbox sandbox, int count, Instant at) throws Exception {
        sandbox.calls().clear();
        List<Path> told = new ArrayList<>();
        List<Process> runs = new ArrayList<>();
        for (int run = 1; run <= 2; run++) {
            told.add(Files.createTempFile(folder, "told", ".txt"));
            runs.add(ChildProcess.start(
                    FleetProgram.class,
                    folder.resolve("output-" + run + ".txt"),
                    List.of(),
                    sandbox.endpoint().toString(),
                    folder.resolve("state").toString(),
                    at.toString(),
                    told.getLast().toString()));
        }
        for (int run = 1; run <= 2; run++) {
            assertThat(runs.get(run - 1).waitFor())
                    .as(Files.readString(folder.resolve("output-" + run + ".txt")))
                    .isZero();
        }
        assertThat(lines(told)).noneMatch(line -> line.matches(".*(failed|somebody).*"));
        assertThat(lines(told).stream().filter(line -> line.matches(".* (SLEEP|WAKE) .*")))
                .hasSize(count);
        Map<String, Long> changes = sandbox.calls().of("ecs", "UpdateService").stream()
                .filter(call -> call.faults().isEmpty())
                .collect(Collectors.groupingBy(Call::resource, Collectors.counting()));
        assertThat(changes).hasSize(count);
        assertThat(changes.values()).containsOnly(1L);
    }

    private static List<String> lines(List<Path> files) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : files) {
            lines.addAll(Files.readAllLines(file));
        }
        return lines;
    }

    private static Map<String, Integer> desired(Sandbox sandbox, int count) {
        Map<String, Integer> desired = new TreeMap<>();
        for (int i = 1; i <= count; i++) {
            String name = "service-%04d".formatted(i);
            sandbox.ecs()
                    .describeServices(request -> request.cluster("main").services(name))
                    .services()
                    .forEach(service -> desired.put(name, service.desiredCount()));
        }
        return desired;
    }

    private static World fleet(int count) {
        return World.parse(
                """
                seed: 7
                history: 1h
                clusters: [{name: main, services: []}]
                fleet: {count: %d, cluster: main}
                """
                        .formatted(count),
                Path.of("."));
    }
}
