package io.agentctl.plane;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.json.JsonText;
import io.agentctl.sandbox.world.World;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that schedules look after, in a project in which something is wrong with each; SNS is told of it once. */
class ErrandsIT {

    private static final Duration LONG = Duration.ofMinutes(4);

    private static final World WORLD = World.parse(
            """
            seed: 7
            history: 3d
            tables: [acme-governance-policies]
            queues: [{name: pages}]
            topics:
              - {name: on-call, queues: [pages]}
              - {name: acme-pages}
              - {name: acme-tickets}
            metrics:
              - namespace: acme/API
                name: ResponseTime
                unit: Milliseconds
                traffic: {perMinute: 600, dailyAmplitude: 0, noise: 0.02}
                median: 400
                p99: 900
                incidents: [{ago: 4h, lasts: 4h, factor: 3}]
              - {namespace: acme/API, name: ErrorRate, unit: Percent, traffic: {perMinute: 600}, share: 0.3, value: 100}
              - {namespace: acme/API, name: Requests, unit: Count, traffic: {perMinute: 600}, value: 1}
            clusters:
              - name: main
                services:
                  - {name: api, cpu: 256, memory: 512, tasks: 2,
                     workload: {pattern: {cpu: 300, memory: 200, dailyAmplitude: 0, noise: 0}}}
            """,
            Path.of("."));

    private static final String SCHEDULES =
            """
            server: {port: 0}
            notify: %s
            schedules:
              - {name: policies, every: 5s, policies: production}
              - {name: alarms, every: 7d, alarms: project}
              - {name: promises, every: 7d, objectives: project}
              - {name: status, every: 7d, status: project}
              - {name: latency, every: 7d, metric: acme/API/ResponseTime, statistic: p50, since: 2d, threshold: 20%%}
              - {name: baseline, every: 7d, trend: baseline, figure: p95}
              - {name: judged, every: 7d, check: baseline}
              - {name: files, every: 7d, windows: %s}
            """;

    @TempDir
    private static Path folder;

    private static PlaneBench bench;
    private static int port;

    @BeforeAll
    static void start() throws IOException {
        bench = new PlaneBench(folder, WORLD);
        Path windows = Files.writeString(
                folder.resolve("windows.yaml"),
                """
                apiVersion: agentctl/v1
                kind: Windows
                windows: [{name: always, services: [gone], days: [mon-sun], from: "00:00", to: "23:59"}]
                """);
        port = bench.instance(SCHEDULES.formatted(PlaneBench.TOPIC, windows), new StringWriter())
                .port();
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    private static List<JsonNode> schedules() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/schedules"))
                    .build();
            JsonNode answer = JsonText.read(
                    "schedules", client.send(request, BodyHandlers.ofString()).body());
            return StreamSupport.stream(answer.path("schedules").spliterator(), false)
                    .toList();
        }
    }

    /** What was found, once each has been looked after. */
    private static Map<String, String> found() throws IOException, InterruptedException {
        Instant until = Instant.now().plus(LONG);
        Map<String, String> found = new TreeMap<>();
        while (Instant.now().isBefore(until)) {
            schedules().stream()
                    .filter(schedule -> schedule.has("outcome"))
                    .forEach(schedule -> found.put(
                            schedule.path("name").asText(),
                            schedule.path("findings").toPrettyString()));
            if (found.size() == 8) {
                return found;
            }
            Thread.sleep(250);
        }
        throw new AssertionError("not all are over: " + found);
    }

    private static List<String> told(int messages) throws InterruptedException {
        Instant until = Instant.now().plus(LONG);
        List<String> told = new ArrayList<>();
        while (told.size() < messages && Instant.now().isBefore(until)) {
            told.addAll(bench.told());
            Thread.sleep(250);
        }
        assertThat(told).as("messages").hasSize(messages);
        return told;
    }

    private static String about(List<String> told, String schedule) {
        return told.stream()
                .filter(text -> text.startsWith("acme, " + schedule + ":"))
                .reduce((one, other) -> one + "\nTOLD TWICE\n" + other)
                .orElseThrow();
    }

    @Test
    void eachFindsWhatIsWrongAndTheTopicIsToldOnceAndOnceMoreWhenItIsOver() throws Exception {
        Map<String, String> found = found();
        List<String> told = told(8);

        assertThat(found.get("policies")).contains("environment production", "nothing was ever activated there");
        assertThat(found.get("alarms")).contains("alarm acme-high-latency", "is asked for by acme-high-latency");
        assertThat(found.get("promises")).contains("objective api-availability", "is missed; its budget is spent");
        assertThat(found.get("status")).contains("status of acme", "is critical: ");
        assertThat(found.get("latency")).contains("series acme/API ResponseTime p50", "regression: level from 399");
        assertThat(found.get("baseline")).contains("could not do its work: the history has no results");
        assertThat(found.get("judged")).contains("could not do its work", "no run of 'baseline'");
        assertThat(found.get("files")).contains("service gone", "there is no service gone in cluster main");
        assertThat(about(told, "policies"))
                .startsWith("acme, policies: 1 finding\npolicies in force in production, in");
        assertThat(about(told, "alarms"))
                .contains("- alarm acme-high-latency is asked for", "Next:\n- agentctl alarms diff shows it")
                .doesNotContain("TWICE");
        assertThat(about(told, "promises")).startsWith("acme, promises: 4 findings\nobjectives of the project");
        assertThat(about(told, "status")).contains("- status of acme is critical: ", "agentctl status shows it");
        assertThat(about(told, "latency")).contains("agentctl perf regress --metric acme/API/ResponseTime");
        assertThat(about(told, "files")).contains("Next:\n- agentctl windows status shows it.");

        SomePolicy.inForce(bench.cloud(), folder, "allow");

        assertThat(about(told(1), "policies"))
                .contains(
                        "Found:\n- runtimes of production report nothing: nobody is known to enforce generation 1",
                        "Over:\n- environment production is over");
        Thread.sleep(6_000);
        assertThat(bench.told()).as("of what is known nobody is told again").isEmpty();
    }
}
