package io.agentctl.control.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.audit.ReadAudit.Request;
import io.agentctl.control.audit.ReadAudit.Result;
import io.agentctl.control.progress.ProgressListener;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadAuditTest {

    private static final Instant NOW = Instant.parse("2026-03-02T00:30:00Z");

    private final TreeMap<String, AuditEntry> log = new TreeMap<>();
    private final ReadAudit read = new ReadAudit(() -> this::newestFirst, InstantSource.fixed(NOW));

    private Stream<AuditReader.Placed> newestFirst(LocalDate day, String before) {
        return log.descendingMap().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(day.toString()))
                .filter(entry -> before.isEmpty() || entry.getKey().compareTo(before) < 0)
                .map(entry -> new AuditReader.Placed(entry.getKey(), entry.getValue()));
    }

    /** One each hour back from now. */
    private void hours(int count, String... actors) {
        for (int i = 0; i < count; i++) {
            AuditEntry entry = entry(NOW.minus(Duration.ofHours(i)), actors[i % actors.length]);
            log.put(entry.at().toString().replace("Z", ".000Z") + "-00000000000" + i % 10, entry);
        }
    }

    static AuditEntry entry(Instant at, String actor) {
        return new AuditEntry(
                at,
                actor,
                "127.0.0.1",
                AuditEvent.ALLOWED,
                "plan.apply",
                List.of(),
                Optional.empty(),
                "as operator of ecs",
                Optional.empty(),
                "1-1");
    }

    private static Request request(int limit, String cursor) {
        return new Request(Optional.empty(), Optional.empty(), Optional.empty(), limit, Optional.ofNullable(cursor));
    }

    private Result run(Request request) {
        return read.run(request, ProgressListener.SILENT);
    }

    @Test
    void pagesFollowEachOtherOverDaysWithoutGapOrRepetition() {
        hours(60, "alice");
        List<Instant> seen = new ArrayList<>();

        Result page = run(request(7, null));
        page.entries().forEach(entry -> seen.add(entry.at()));
        while (page.next().isPresent()) {
            page = run(request(7, page.next().get()));
            page.entries().forEach(entry -> seen.add(entry.at()));
        }

        assertThat(seen).hasSize(60).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(seen).doesNotHaveDuplicates();
    }

    @Test
    void fromIsInAndToIsOut() {
        hours(10, "alice");

        Result page = run(new Request(
                Optional.of(NOW.minus(Duration.ofHours(3))), Optional.of(NOW), Optional.empty(), 50, Optional.empty()));

        assertThat(page.entries())
                .extracting(AuditEntry::at)
                .containsExactly(
                        NOW.minus(Duration.ofHours(1)), NOW.minus(Duration.ofHours(2)), NOW.minus(Duration.ofHours(3)));
        assertThat(page.next()).isEmpty();
    }

    @Test
    void anActorIsFoundByAPartOfTheName() {
        hours(10, "arn:aws:iam::1:role/Ops#Alice", "token:ci");

        Result page = run(new Request(Optional.empty(), Optional.empty(), Optional.of("alice"), 50, Optional.empty()));

        assertThat(page.entries()).hasSize(5).allSatisfy(entry -> assertThat(entry.actor())
                .contains("Alice"));
    }

    @Test
    void whatCannotBeAskedIsSaid() {
        assertThatThrownBy(() -> run(request(7, "' OR 1=1"))).hasMessage("this is no cursor of the audit log");
        assertThatThrownBy(() -> run(new Request(
                        Optional.of(NOW.minus(Duration.ofDays(500))),
                        Optional.empty(),
                        Optional.empty(),
                        7,
                        Optional.empty())))
                .hasMessageContaining("up to 400 days");
        assertThatIllegalArgumentException().isThrownBy(() -> request(0, null));
    }

    @Test
    void anEntryIsOfBoundedLength() {
        AuditEntry entry = entry(NOW, "x".repeat(10_000));

        assertThat(entry.actor()).hasSize(2_001);
    }
}
