package io.agentctl.control.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.aws.AwsClients;
import io.agentctl.control.journal.JournalTable;
import io.agentctl.control.plan.ResourceId;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.testing.LocalDynamoDb;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class AuditTableIT {

    @Test
    void whatIsWrittenIsReadBackTheNewestFirstAndNothingIsOverwritten() {
        try (LocalDynamoDb local = LocalDynamoDb.start();
                AwsClients clients = local.clients()) {
            new JournalTable(clients.dynamoDb(), "acme-agentctl").create();
            AuditTable table = new AuditTable(clients::dynamoDb, "acme-agentctl", RandomGenerator.getDefault());
            Instant now = Instant.parse("2026-03-02T00:00:00Z");
            for (int i = 0; i < 250; i++) {
                table.write(ReadAuditTest.entry(now.minusMillis(i / 2), "actor-" + i));
            }
            AuditEntry whole = new AuditEntry(
                    now,
                    "token:ci",
                    "10.0.0.1",
                    AuditEvent.DENIED,
                    "plan.apply",
                    List.of(ResourceId.parse("ecs-service:main/api")),
                    Optional.of("f".repeat(64)),
                    "token:ci has no role",
                    Optional.of("run-1"),
                    "3-1");
            table.write(whole);

            ReadAudit.Result all = new ReadAudit(() -> table, InstantSource.fixed(now.plus(Duration.ofHours(1))))
                    .run(
                            new ReadAudit.Request(
                                    Optional.empty(), Optional.empty(), Optional.empty(), 1000, Optional.empty()),
                            ProgressListener.SILENT);

            assertThat(all.entries()).hasSize(251).contains(whole);
            assertThat(all.entries())
                    .isSortedAccordingTo((one, other) -> other.at().compareTo(one.at()));
        }
    }

    /** Two entries that would have one key: the first stays. */
    @Test
    void theFirstOfOneKeyStays() {
        try (LocalDynamoDb local = LocalDynamoDb.start();
                AwsClients clients = local.clients()) {
            new JournalTable(clients.dynamoDb(), "acme-agentctl").create();
            RandomGenerator same = () -> 7L;
            AuditTable table = new AuditTable(clients::dynamoDb, "acme-agentctl", same);
            Instant now = Instant.parse("2026-03-02T00:00:00Z");
            table.write(ReadAuditTest.entry(now, "first"));

            assertThatThrownBy(() -> table.write(ReadAuditTest.entry(now, "second")))
                    .hasMessageContaining("has no place for an entry");

            assertThat(table.newestFirst(LocalDate.parse("2026-03-02"), ""))
                    .extracting(placed -> placed.entry().actor())
                    .containsExactly("first");
        }
    }
}
