package io.agentctl.plane;

import static io.agentctl.plane.TeamBench.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.audit.AuditEntry;
import io.agentctl.control.audit.AuditEvent;
import io.agentctl.control.audit.AuditReader;
import io.agentctl.control.catalogue.OperationUseCases;
import io.agentctl.control.ops.ListOperations;
import io.agentctl.control.ops.OperationLine;
import io.agentctl.control.progress.ProgressListener;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is due and takes two: it asks, waits, and is done once, or not at all. */
class ScheduledApprovalIT {

    private static final Duration LONG = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    private TeamBench start(String service) throws IOException {
        Files.writeString(
                folder.resolve("windows.yaml"),
                """
                apiVersion: agentctl/v1
                kind: Windows
                windows: [{name: always, services: [%s], days: [mon-sun], from: "00:00", to: "23:59"}]
                """
                        .formatted(service));
        return new TeamBench(
                folder,
                """
                notify: %s
                schedules: [{name: nights, every: 7d, windows: %s, follow: 1m}]
                approvals: {expire: 1m, rules: [{useCases: 'windows.*'}]}
                """
                        .formatted(PlaneBench.TOPIC, folder.resolve("windows.yaml")));
    }

    /** The schedule as it stands, once it is as it should be. */
    private static JsonNode schedule(TeamBench bench, String result) throws IOException, InterruptedException {
        Instant until = Instant.now().plus(LONG);
        JsonNode last = null;
        while (Instant.now().isBefore(until)) {
            last = TeamBench.json(bench.get("/v1/schedules", as("viewer"))).at("/schedules/0");
            if (last.at("/outcome/result").asText("waits").equals(result) && last.has("lastRun")) {
                return last;
            }
            Thread.sleep(100);
        }
        throw new AssertionError(last);
    }

    /** What the topic is told, one message after the other. */
    private static String told(TeamBench bench) throws InterruptedException {
        Instant until = Instant.now().plus(LONG);
        while (Instant.now().isBefore(until)) {
            List<String> told = bench.place().told();
            if (!told.isEmpty()) {
                assertThat(told).hasSize(1);
                return told.getFirst();
            }
            Thread.sleep(100);
        }
        throw new AssertionError("nobody is told");
    }

    private static List<AuditEvent> audited(TeamBench bench, String run) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return Stream.of(today, today.minusDays(1))
                .flatMap(day -> bench.place().cloud().stores().auditLog().newestFirst(day, ""))
                .map(AuditReader.Placed::entry)
                .filter(entry -> entry.operation().equals(Optional.of(run)))
                .map(AuditEntry::event)
                .toList()
                .reversed();
    }

    private static List<OperationLine> changed(TeamBench bench) {
        return OperationUseCases.LIST
                .at(bench.place().cloud())
                .run(new ListOperations.Request(10, Optional.empty(), Set.of()), ProgressListener.SILENT)
                .operations();
    }

    @Test
    void whatAnotherApprovesIsCarriedOutOnce() throws IOException, InterruptedException {
        try (TeamBench bench = start("quiet")) {
            String asked = told(bench);
            String run = schedule(bench, "waits").path("lastRun").asText();
            assertThat(asked)
                    .contains(
                            "acme, nights: 1 finding",
                            "approval of " + run + " is asked for, and nothing is done before",
                            "agentctl ops approvals approve " + run);
            assertThat(changed(bench)).isEmpty();
            JsonNode waiting = bench.approval(run);
            assertThat(waiting.at("/requester").asText()).isEqualTo("schedule:nights");
            String ruling = "{\"fingerprint\": %s, \"comment\": \"\"}".formatted(waiting.get("fingerprint"));

            List<Integer> statuses = new ArrayList<>();
            for (int time = 0; time < 2; time++) {
                HttpResponse<String> answer = bench.post("/v1/approvals/" + run + "/approve", as("approver"), ruling);
                statuses.add(answer.statusCode());
            }

            assertThat(statuses).containsExactly(200, 409);
            assertThat(schedule(bench, "fine").path("findings")).isEmpty();
            assertThat(told(bench)).contains("nights: 1 finding over", "approval of " + run + " is over");
            assertThat(changed(bench)).singleElement().satisfies(operation -> {
                assertThat(operation.resource()).hasToString("ecs-service:main/quiet");
                assertThat(operation.owner()).contains("schedule:nights");
            });
            assertThat(audited(bench, run))
                    .containsExactly(AuditEvent.ALLOWED, AuditEvent.WAITING, AuditEvent.APPROVED, AuditEvent.SUCCEEDED);
            Thread.sleep(3_000);
            assertThat(bench.place().told()).isEmpty();
            assertThat(changed(bench)).hasSize(1);
        }
    }

    @Test
    void whatNobodyApprovesIsNotDoneAndToldOnce() throws IOException, InterruptedException {
        try (TeamBench bench = start("calm")) {
            told(bench);
            String run = schedule(bench, "waits").path("lastRun").asText();

            JsonNode expired = schedule(bench, "failed");

            assertThat(expired.at("/outcome/text").asText()).endsWith(run + " was not approved in time");
            assertThat(StreamSupport.stream(expired.path("findings").spliterator(), false))
                    .extracting(finding -> finding.path("what").asText())
                    .containsExactly("schedule");
            assertThat(told(bench)).contains("was not approved in time", "approval of " + run + " is over");
            assertThat(changed(bench)).isEmpty();
            assertThat(audited(bench, run)).containsExactly(AuditEvent.ALLOWED, AuditEvent.WAITING, AuditEvent.FAILED);
            Thread.sleep(3_000);
            assertThat(bench.place().told()).isEmpty();
        }
    }
}
