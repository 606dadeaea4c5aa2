package io.agentctl.plane.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.aws.AwsClients;
import io.agentctl.control.aws.AwsSettings;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.JournalTable;
import io.agentctl.plane.table.Partition;
import io.agentctl.sandbox.Sandbox;
import io.agentctl.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One leads at a time, and begins each due time once, whoever led before; with clocks of the test's own. */
class LeadershipIT {

    private static final String TABLE = "acme-agentctl";
    private static final Instant TEN = Instant.parse("2026-11-02T10:00:00Z");
    private static Sandbox sandbox;
    private static AwsClients clients;
    private static int number;

    private final AtomicLong nanos = new AtomicLong();
    private final List<String> begun = new ArrayList<>();
    private Partition leases;
    private Marks marks;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(World.defaultWorld(1));
        sandbox.startDynamoDb();
        clients = new AwsClients(AwsSettings.sandbox(sandbox.endpoint(), "eu-central-1"));
        new JournalTable(clients.dynamoDb(), TABLE).create();
    }

    @AfterAll
    static void stop() {
        clients.close();
        sandbox.close();
    }

    @BeforeEach
    void nobodyLeads() {
        number++;
        leases = new Partition(clients::dynamoDb, TABLE, "scheduler" + number);
        marks = new Marks(new Partition(clients::dynamoDb, TABLE, "schedules" + number));
    }

    private Lease lease(String instance) {
        return new Lease(leases, instance, nanos::get);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static void fail(RuntimeException failure) {
        throw failure;
    }

    private DueTimes dueTimes(Consumer<RuntimeException> trouble, String... names) {
        List<Schedule> schedules = new ArrayList<>();
        for (String name : names) {
            schedules.add(
                    new Schedule(name, new Timing.Every(Duration.ofMinutes(5)), new Errand.Policies("production")));
        }
        return new DueTimes(
                schedules,
                marks,
                (schedule, due) -> {
                    if (schedule.name().equals("broken")) {
                        throw new AgentctlException(ErrorCode.BAD_DOCUMENT, "there is no such file", "");
                    }
                    begun.add(schedule.name() + "@" + due);
                    return "run";
                },
                trouble);
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
        pass(Duration.ofSeconds(9));
        assertThat(second.look()).as("not yet").isEmpty();
        pass(Duration.ofSeconds(2));
        assertThat(second.look()).hasValue(2);
        assertThat(first.look()).as("was given up for lost").isEmpty();
        assertThat(Lease.leader(leases)).contains("second");
    }

    @Test
    void whoResignsIsFollowedAtOnce() {
        Lease first = lease("first");
        first.look();

        first.resign();

        assertThat(lease("second").look()).hasValue(2);
    }

    @Test
    void eachDueTimeIsBegunOnceAndTheLatestOfThoseMissedIsMadeUpFor() {
        DueTimes first = dueTimes(LeadershipIT::fail, "nights");
        first.look(TEN, 1);
        first.look(TEN.plusSeconds(299), 1);
        DueTimes second = dueTimes(LeadershipIT::fail, "nights");
        second.look(TEN.plusSeconds(299), 2);
        second.look(TEN.plus(Duration.ofMinutes(21)), 2);

        assertThat(begun).containsExactly("nights@2026-11-02T10:00:00Z", "nights@2026-11-02T10:20:00Z");
    }

    @Test
    void aLeaderThatWasGivenUpBeginsNothingMore() {
        dueTimes(LeadershipIT::fail, "nights").look(TEN, 2);

        dueTimes(LeadershipIT::fail, "nights").look(TEN.plusSeconds(300), 1);

        assertThat(begun).containsExactly("nights@2026-11-02T10:00:00Z");
    }

    @Test
    void whatCannotBeBegunIsTriedAgainAndKeepsNothingElse() {
        List<RuntimeException> trouble = new ArrayList<>();
        DueTimes due = dueTimes(trouble::add, "broken", "nights");

        due.look(TEN, 1);
        due.look(TEN.plusSeconds(1), 1);

        assertThat(begun).containsExactly("nights@2026-11-02T10:00:00Z");
        assertThat(trouble).hasSize(2);
    }
}
