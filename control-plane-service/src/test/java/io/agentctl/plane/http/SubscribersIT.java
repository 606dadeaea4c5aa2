package io.agentctl.plane.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.catalogue.Access;
import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.journal.LocalProcesses;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.place.Clients;
import io.agentctl.control.place.Manner;
import io.agentctl.control.plan.Target;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.schedules.Schedules;
import io.agentctl.control.settings.Inputs;
import io.agentctl.control.settings.SettingsReader;
import io.agentctl.control.settings.TargetFlags;
import io.agentctl.plane.configuration.ConfigurationReader;
import io.agentctl.plane.run.MemoryRuns;
import io.agentctl.plane.run.Places;
import io.agentctl.plane.run.Run;
import io.agentctl.plane.run.RunId;
import io.agentctl.plane.run.RunListener;
import io.agentctl.plane.run.Runs;
import io.helidon.webserver.http.ServerRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** A hundred listeners on one run: each hears every event, soon, and the memory does not grow with time. */
class SubscribersIT {

    private static final int SUBSCRIBERS = 100;
    private static final Duration PACE = Duration.ofMillis(200);
    private static final long MEGABYTE = 1L << 20;

    /** How long a run goes on, in its pace. */
    record Length(int events) {}

    record Told(long heapAtFirst, long heapAtLast) {}

    private final Runs runs = runs();

    private Runs runs() {
        Map<String, String> environment =
                Map.of("AGENTCTL_CONTEXT", "sandbox", "AGENTCTL_ENDPOINT_URL", "http://127.0.0.1:9");
        Places places = new Places(
                SettingsReader.read(Inputs.read(TargetFlags.NONE, environment, Path.of("target"))),
                environment,
                new Clients(),
                LocalProcesses.current());
        MemoryRuns memory = new MemoryRuns(InstantSource.system());
        return new Runs(places, memory, memory, "here", InstantSource.system(), 4, new RunListener() {
            @Override
            public void ended(Run run) {}

            @Override
            public void failed(Run run, RuntimeException failure) {}
        });
    }

    private PlaneServer server() {
        AccessLog silent = new AccessLog() {
            @Override
            public void answered(ServerRequest request, int status, Duration took) {}

            @Override
            public void bug(String path, RuntimeException failure) {}
        };
        return Endpoints.server(
                ConfigurationReader.read("control-plane.yaml", "server: {port: 0}")
                        .server(),
                new Endpoints.Parts(
                        runs,
                        new LocalGate("alice"),
                        Optional.empty(),
                        () -> new Target("sandbox", "111122223333", "eu-central-1"),
                        Duration.ZERO,
                        "test",
                        new Numbers(),
                        silent,
                        () -> true,
                        () -> Schedules.NONE,
                        InstantSource.system(),
                        Optional.empty()));
    }

    private static Told speak(Length length, ProgressListener progress) {
        long first = 0;
        for (int event = 0; event < length.events(); event++) {
            if (event == length.events() / 10) {
                first = heap();
            }
            progress.say(Long.toString(System.nanoTime()));
            progress.cancellation().sleep(PACE);
        }
        return new Told(first, heap());
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Milliseconds from what was said until it was heard, for one listener. */
    private static List<Long> heard(int port, RunId id) throws IOException {
        List<Long> delays = new ArrayList<>();
        URI events = URI.create("http://127.0.0.1:" + port + "/v1/operations/" + id + "/events");
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(events.toURL().openStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains("\"text\":\"")) {
                    String said = line.replaceAll(".*\"text\":\"([0-9]+)\".*", "$1");
                    delays.add(Duration.ofNanos(System.nanoTime() - Long.parseLong(said))
                            .toMillis());
                }
            }
        }
        return delays;
    }

    @Test
    void eachHearsEverythingAndSoon(TestReporter reporter) throws Exception {
        follow(20, reporter);
    }

    @Test
    @Tag("extended")
    void forTenMinutesTheMemoryStaysAsItIs(TestReporter reporter) throws Exception {
        follow(3000, reporter);
    }

    private void follow(int events, TestReporter reporter) throws Exception {
        PlaneServer server = server().start();
        try {
            RunId id = RunId.of("alice", "subscribed " + events);
            NamedUseCase<Length, Told> useCase = new NamedUseCase<>(
                    "test.speak", Length.class, Told.class, Access.READ, here -> SubscribersIT::speak);
            runs.begin(
                    id,
                    useCase,
                    new Run.Asked(
                            "alice", useCase.name(), RecordTree.of(new Length(events)), Manner.USUAL, Instant.now()));
            List<Long> delays = new ArrayList<>();
            try (ExecutorService listeners = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<List<Long>>> all = IntStream.range(0, SUBSCRIBERS)
                        .mapToObj(listener -> listeners.submit(() -> heard(server.port(), id)))
                        .toList();
                for (Future<List<Long>> each : all) {
                    assertThat(each.get()).hasSize(events);
                    delays.addAll(each.get().subList(events / 4, events));
                }
            }
            delays.sort(null);
            long median = delays.get(delays.size() / 2);
            Run run = runs.find(id).orElseThrow();
            long grown = run.standing()
                            .result()
                            .orElseThrow()
                            .path("heapAtLast")
                            .asLong()
                    - run.standing().result().orElseThrow().path("heapAtFirst").asLong();
            reporter.publishEntry(Map.of(
                    "median ms", Long.toString(median),
                    "99th percentile ms", Long.toString(delays.get(delays.size() * 99 / 100)),
                    "heap grown MB", Long.toString(grown / MEGABYTE)));
            // The bar is 250 (docs/measurements.md); a build server may be much slower.
            assertThat(median).isLessThan(1_000);
            assertThat(grown).as("bytes").isLessThan(16 * MEGABYTE);
        } finally {
            server.stop();
        }
    }
}
