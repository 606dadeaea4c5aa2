package io.agentctl.plane.schedule;

import io.agentctl.control.place.Manner;
import io.agentctl.plane.loop.Rounds;
import io.agentctl.plane.run.Run;
import io.agentctl.plane.run.RunId;
import io.agentctl.plane.run.Runs;
import io.agentctl.plane.table.Partition;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Begins what is due while this instance leads. One thread. */
public final class Scheduler implements AutoCloseable {

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final List<Schedule> schedules;
    private final Partition leases;
    private final Marks marks;
    private final Lease lease;
    private final DueTimes due;
    private final InstantSource clock;
    private final Consumer<RuntimeException> trouble;
    private final Rounds rounds;

    /**
     * Makes it and starts nothing.
     *
     * @param leases where the lease is kept
     * @param begun where it is kept what was begun
     * @param clock the time at the place that it works on
     * @param trouble hears of what is tried again
     */
    public Scheduler(
            List<Schedule> schedules,
            Partition leases,
            Partition begun,
            Runs runs,
            String instance,
            InstantSource clock,
            Consumer<RuntimeException> trouble) {
        this.schedules = List.copyOf(schedules);
        this.leases = leases;
        this.marks = new Marks(begun);
        this.lease = new Lease(leases, instance, System::nanoTime);
        this.due = new DueTimes(schedules, marks, (schedule, time) -> begin(runs, schedule, time), trouble);
        this.clock = clock;
        this.trouble = trouble;
        this.rounds = new Rounds("scheduler", LOOK, this::look, trouble);
    }

    /** Begins to look. */
    public Scheduler start() {
        rounds.start();
        return this;
    }

    private static String begin(Runs runs, Schedule schedule, Instant due) {
        RunId id = RunId.of("schedule", schedule.name() + "@" + due);
        Optional<Run> earlier = runs.find(id);
        if (earlier.isPresent()) {
            return id.value();
        }
        Run.Asked asked = new Run.Asked(
                "schedule " + schedule.name(),
                schedule.errand().useCase().name(),
                schedule.errand().request(),
                Manner.USUAL,
                due);
        return runs.beginShared(id, schedule.errand().useCase(), asked).id().value();
    }

    private void look() {
        OptionalLong fence = lease.look();
        if (fence.isPresent()) {
            due.look(clock.instant(), fence.getAsLong());
        }
    }

    /** How they stand, whoever leads. */
    public Schedules show() {
        Instant now = clock.instant();
        return new Schedules(
                Lease.leader(leases),
                schedules.stream().map(schedule -> line(schedule, now)).toList());
    }

    private Schedules.Line line(Schedule schedule, Instant now) {
        Optional<Marks.Mark> last = marks.find(schedule.name());
        return new Schedules.Line(
                schedule.name(),
                schedule.timing().text(),
                schedule.errand().text(),
                last.map(Marks.Mark::due),
                last.map(Marks.Mark::run),
                schedule.timing().nextDue(now));
    }

    /** Lets another instance lead. */
    @Override
    public void close() {
        rounds.close();
        try {
            lease.resign();
        } catch (RuntimeException failure) {
            trouble.accept(failure);
        }
    }
}
