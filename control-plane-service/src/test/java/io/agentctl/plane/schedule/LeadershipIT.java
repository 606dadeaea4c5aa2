package io.agentctl.plane.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.schedules.ScheduleTable;
import io.agentctl.control.team.Partition;
import io.agentctl.plane.TeamTable;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One leads at a time, whoever led before; with a clock of the test's own. */
class LeadershipIT {

    private static TeamTable table;

    private final AtomicLong nanos = new AtomicLong();
    private Partition leases;

    @BeforeAll
    static void start() {
        table = TeamTable.start();
    }

    @AfterAll
    static void stop() {
        table.close();
    }

    @BeforeEach
    void nobodyLeads() {
        leases = table.unwritten();
    }

    private Lease lease(String instance) {
        return new Lease(leases, instance, nanos::get);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void oneLeadsUntilItIsSilentAndItsSuccessorHasAGreaterNumber() {
        Lease first = lease("first");
        Lease second = lease("second");

        assertThat(first.look()).hasValue(1);
        assertThat(second.look()).isEmpty();
        for (int beat = 0; beat < 10; beat++) {
            pass(Duration.ofSeconds(4));
            assertThat(first.look()).as("renewed").hasValue(1);
            assertThat(second.look()).isEmpty();
        }
        pass(Duration.ofSeconds(7));
        assertThat(second.look()).as("not yet").isEmpty();
        pass(Duration.ofSeconds(2));
        assertThat(second.look()).hasValue(2);
        assertThat(first.look()).as("was given up for lost").isEmpty();
        assertThat(new ScheduleTable(leases, leases).leader(Instant.now())).contains("second");
    }

    @Test
    void whoResignsIsFollowedAtOnce() {
        Lease first = lease("first");
        first.look();

        first.resign();

        assertThat(lease("second").look()).hasValue(2);
    }

    /**
     * Whenever the leader is lost, and however the looks of the two fall: the bar is 15 s, by the clock of the leases.
     */
    @ParameterizedTest
    @ValueSource(ints = {0, 300, 999, 1700, 2500, 3000})
    void anotherOneLeadsWithinFifteenSeconds(int lostAfterMillis) {
        Lease first = lease("first");
        Lease second = lease("second");
        first.look();
        long last = 0;
        for (int millis = 0; millis <= 20_000 + lostAfterMillis; millis += 100) {
            pass(Duration.ofMillis(100));
            if (millis <= lostAfterMillis && millis % 1000 == 0) {
                first.look();
                last = nanos.get();
            }
            if (millis % 1000 == 700 && second.look().isPresent()) {
                break;
            }
        }

        assertThat(Duration.ofNanos(nanos.get() - last)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(15));
        assertThat(second.look()).hasValue(2);
    }
}
