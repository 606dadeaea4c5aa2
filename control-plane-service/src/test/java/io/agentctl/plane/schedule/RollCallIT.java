package io.agentctl.plane.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.schedules.ListSchedules;
import io.agentctl.control.schedules.ScheduleStanding;
import io.agentctl.control.schedules.ScheduleTable;
import io.agentctl.control.schedules.Schedules;
import io.agentctl.plane.TeamTable;
import io.agentctl.plane.errand.LoadCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code ops schedules} shows from the table alone: what is still there, and who leads if anybody does. */
class RollCallIT {

    private static final Instant TEN = Instant.parse("2026-11-02T10:00:00Z");
    private static TeamTable team;

    private final AtomicLong nanos = new AtomicLong();
    private ScheduleTable table;

    @BeforeAll
    static void start() {
        team = TeamTable.start();
    }

    @AfterAll
    static void stop() {
        team.close();
    }

    @BeforeEach
    void twoSchedulesWereBegun() {
        table = new ScheduleTable(team.unwritten(), team.unwritten());
        Stream.of("loads", "nights").forEach(name -> Ledger.open(table.standings(), name)
                .write(new ScheduleStanding(
                        name,
                        "every 5m",
                        "something",
                        TEN,
                        TEN.plusSeconds(300),
                        1,
                        "run-1",
                        "first",
                        1,
                        Optional.empty(),
                        List.of())));
        new Lease(table.leases(), "first", nanos::get).look();
    }

    private RollCall leading(String... names) {
        List<Schedule> schedules = Stream.of(names)
                .map(name -> new Schedule(
                        name,
                        new Timing.Every(Duration.ofMinutes(5)),
                        new LoadCheck("baseline", List.of()),
                        Optional.empty()))
                .toList();
        return new RollCall(table.leases(), schedules, () -> TEN.plusNanos(nanos.get()), nanos::get);
    }

    private Schedules shown() {
        return new ListSchedules(() -> table, () -> TEN.plusNanos(nanos.get()))
                .run(new ListSchedules.Request(), ProgressListener.SILENT);
    }

    @Test
    void whatWasTakenOutOfTheConfigurationIsShownNoLonger() {
        assertThat(shown().schedules()).extracting(Schedules.Line::name).containsExactly("loads", "nights");

        leading("nights", "new").say(1);

        assertThat(shown().schedules()).extracting(Schedules.Line::name).containsExactly("nights");
        leading("loads").say(2);
        leading("nights").say(1);
        assertThat(shown().schedules())
                .as("who was given up for lost says nothing any more")
                .extracting(Schedules.Line::name)
                .containsExactly("loads");
    }

    @Test
    void aLeaderThatIsGoneLeadsNotForEver() {
        RollCall first = leading("loads");
        for (int look = 0; look < 50; look++) {
            first.say(1);
            assertThat(shown().leader()).contains("first");
            nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        }

        nanos.addAndGet(Duration.ofMinutes(3).toNanos());

        assertThat(shown().leader()).isEmpty();
    }
}
