package io.agentctl.plane;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.audit.AuditEntry;
import io.agentctl.control.audit.AuditEvent;
import io.agentctl.control.audit.AuditReader;
import io.agentctl.control.json.JsonText;
import io.agentctl.control.place.Cloud;
import io.agentctl.control.remote.RunState;
import io.agentctl.plane.run.DynamoDbRuns;
import io.agentctl.plane.run.Run;
import io.agentctl.plane.run.RunId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Leaders are killed again and again over many due times of a schedule that is due every second. What was begun is
 * counted in the table and in the audit log: each due time once, or made up for by the latest.
 */
class KilledLeadersIT {

    private static final int KILLS = 2;
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final String CALLER = "schedule:keep";
    private static final String WINDOWS =
            """
            apiVersion: agentctl/v1
            kind: Windows
            windows: [{name: leap, services: [quiet], sleep: "0 0 29 2 *", wake: "1 0 29 2 *"}]
            """;

    @TempDir
    private static Path folder;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Map<Integer, Process> INSTANCES = new HashMap<>();
    private static PlaneBench bench;
    private static Cloud cloud;
    private static DynamoDbRuns runs;

    @BeforeAll
    static void start() throws IOException {
        bench = new PlaneBench(folder);
        cloud = bench.cloud();
        runs = new DynamoDbRuns(cloud.aws().dynamoDb(), "acme-agentctl", Clock.systemUTC());
        Files.writeString(folder.resolve("windows.yaml"), WINDOWS);
        Files.writeString(
                folder.resolve("tokens.yaml"),
                "tokens: [{name: viewer, sha256: %s, roles: viewer, expires: 2100-01-01T00:00:00Z}]\n"
                        .formatted(TeamBench.sha256(TeamBench.token("viewer"))));
    }

    @AfterAll
    static void stop() {
        CLIENT.close();
        bench.close();
    }

    private static int instance() throws IOException {
        int port = PlaneBench.freePort();
        INSTANCES.put(
                port,
                bench.process(
                        port,
                        """
                        server: {port: %d}
                        identity: {audience: http://plane.test, tokens: tokens.yaml}
                        schedules: [{name: keep, every: 1s, windows: windows.yaml, follow: 0ms}]
                        """
                                .formatted(port)));
        return port;
    }

    /** The leader once it is another one than before, and has begun something since a time. */
    private static String leader(int port, String before, Instant since) throws InterruptedException {
        Instant until = Instant.now().plus(LONG);
        while (Instant.now().isBefore(until)) {
            Optional<JsonNode> now = schedules(port);
            String leader = now.map(found -> found.path("leader").asText()).orElse(before);
            String due = now.map(found ->
                            found.path("schedules").path(0).path("lastDue").asText())
                    .orElse("");
            if (!leader.isEmpty()
                    && !leader.equals(before)
                    && !due.isEmpty()
                    && Instant.parse(due).isAfter(since)) {
                return leader;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no other leader than '" + before + "'");
    }

    private static double secondsSince(Instant killed) {
        return Duration.between(killed, Instant.now()).toMillis() / 1000.0;
    }

    private static Optional<JsonNode> schedules(int port) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/schedules"))
                    .header("Authorization", "Bearer " + TeamBench.token("viewer"))
                    .build();
            return Optional.of(JsonText.read(
                    "schedules", CLIENT.send(request, BodyHandlers.ofString()).body()));
        } catch (IOException ignored) {
            return Optional.empty();
        }
    }

    private static int portOf(String leader) throws IOException {
        for (int port : INSTANCES.keySet()) {
            if (Files.readString(folder.resolve("plane-" + port + ".log")).contains("instance " + leader + " ")) {
                return port;
            }
        }
        throw new AssertionError("no instance " + leader);
    }

    private static List<AuditEntry> audited(AuditEvent... events) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return Stream.of(today, today.minusDays(1))
                .flatMap(day -> cloud.stores().auditLog().newestFirst(day, ""))
                .map(AuditReader.Placed::entry)
                .filter(entry -> entry.actor().equals(CALLER) && List.of(events).contains(entry.event()))
                .toList();
    }

    /** All that was begun, by due time. */
    private static Map<Instant, List<Run>> begun(Instant from, Instant to) {
        Map<Instant, List<Run>> begun = new TreeMap<>();
        for (Instant due = from; !due.isAfter(to); due = due.plusSeconds(1)) {
            String time = due.toString();
            List<Run> found = IntStream.rangeClosed(1, 3)
                    .mapToObj(attempt -> attempt == 1 ? time : time + "#" + attempt)
                    .map(key -> runs.find(RunId.of(CALLER, key)))
                    .flatMap(Optional::stream)
                    .toList();
            if (!found.isEmpty()) {
                begun.put(due, found);
            }
        }
        return begun;
    }

    @Test
    void eachDueTimeIsBegunOnceOrMadeUpForByTheLatest(TestReporter reporter) throws Exception {
        Instant start = Instant.ofEpochSecond(Instant.now().getEpochSecond() - 5);
        instance();
        int watching = instance();
        List<Double> led = new ArrayList<>();
        List<Double> began = new ArrayList<>();
        String leader = leader(watching, "", start);
        for (int kill = 0; kill < KILLS; kill++) {
            Thread.sleep(5_000);
            int lost = portOf(leader);
            watching = INSTANCES.keySet().stream()
                    .filter(port -> port != lost)
                    .findFirst()
                    .orElseThrow();
            INSTANCES.remove(lost).destroyForcibly().waitFor();
            Instant killed = Instant.now();
            leader(watching, leader, Instant.MIN);
            led.add(secondsSince(killed));
            leader = leader(watching, leader, killed);
            began.add(secondsSince(killed));
            if (kill < KILLS - 1) {
                instance();
            }
        }
        Thread.sleep(5_000);
        Instant end = Instant.now();
        INSTANCES.values().forEach(Process::destroyForcibly);
        for (Process instance : INSTANCES.values()) {
            instance.waitFor();
        }

        Map<Instant, List<Run>> begun = begun(start, end);
        List<Run> all = begun.values().stream().flatMap(List::stream).toList();
        reporter.publishEntry(Map.of(
                "due times", Integer.toString(begun.size()),
                "runs", Integer.toString(all.size()),
                "seconds until another led", led.toString(),
                "seconds until it had begun something", began.toString()));
        assertThat(begun.size()).as("due times").isGreaterThan(KILLS);
        assertThat(begun).allSatisfy((due, attempts) -> {
            assertThat(attempts.stream().filter(run -> run.standing().state() == RunState.SUCCEEDED))
                    .as("done at " + due)
                    .hasSizeLessThanOrEqualTo(1);
            assertThat(Duration.between(due, attempts.getFirst().asked().at()))
                    .as("the latest when it was begun")
                    .isLessThan(Duration.ofSeconds(10));
        });
        assertThat(begun.values().stream()
                        .filter(attempts -> attempts.getLast().standing().state() != RunState.SUCCEEDED))
                .as("not done, and the next ones make up for it")
                .hasSizeLessThanOrEqualTo(KILLS + 1);
        List<String> ids = all.stream().map(run -> run.id().value()).toList();
        List<String> allowed = audited(AuditEvent.ALLOWED).stream()
                .map(entry -> entry.operation().orElseThrow())
                .toList();
        assertThat(allowed).as("all of it is written down").containsAll(ids);
        assertThat(allowed.stream().filter(id -> !ids.contains(id)))
                .as("written down, and killed before it began")
                .hasSizeLessThanOrEqualTo(KILLS);
        assertThat(audited(AuditEvent.SUCCEEDED, AuditEvent.FAILED))
                .extracting(entry -> entry.operation().orElseThrow())
                .as("nothing ended twice")
                .doesNotHaveDuplicates()
                .isSubsetOf(ids)
                .hasSizeGreaterThanOrEqualTo(ids.size() - KILLS - 1);
    }
}
