package io.agentctl.plane.schedule;

import io.agentctl.control.schedules.ScheduleStanding;
import io.agentctl.control.schedules.ScheduleTable;
import io.agentctl.control.schedules.Schedules;
import io.agentctl.plane.loop.Rounds;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Begins what is due while this instance leads. One thread. */
public final class Scheduler implements AutoCloseable {

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final List<Schedule> schedules;
    private final ScheduleTable table;
    private final Lease lease;
    private final InstantSource clock;
    private final InstantSource machine;
    private final Consumer<RuntimeException> trouble;
    private final Rounds rounds;

    /**
     * Makes it and starts nothing.
     *
     * @param table where it is kept who leads, and how schedules stand
     * @param beginning begins runs
     * @param herald tells people of findings
     * @param clock the time at the place that it works on
     * @param trouble hears of what is tried again
     */
    public Scheduler(
            List<Schedule> schedules,
            ScheduleTable table,
            BeginningRuns beginning,
            Herald herald,
            InstantSource clock,
            Consumer<RuntimeException> trouble) {
        this.schedules = List.copyOf(schedules);
        this.table = table;
        this.lease = new Lease(table.leases(), beginning.instance(), System::nanoTime);
        this.clock = clock;
        this.trouble = trouble;
        this.machine = beginning.clock();
        Patience patience = new Patience(System::nanoTime, trouble);
        RollCall rollCall = new RollCall(table.leases(), schedules, machine, System::nanoTime);
        DueTimes due =
                new DueTimes(schedules, table.standings(), beginning, herald, beginning.instance(), clock, patience);
        this.rounds = new Rounds(
                "scheduler",
                LOOK,
                () -> {
                    lease.look()
                            .ifPresent(fence -> patience.attempt("saying what there is", () -> rollCall.say(fence)));
                    due.look(lease::look);
                },
                trouble);
    }

    /** Begins to look. */
    public Scheduler start() {
        rounds.start();
        return this;
    }

    /** How they stand, whoever leads. */
    public Schedules show() {
        Instant now = clock.instant();
        Map<String, ScheduleStanding> known =
                table.all().stream().collect(Collectors.toMap(ScheduleStanding::name, Function.identity()));
        return new Schedules(
                table.leader(machine.instant()),
                schedules.stream()
                        .map(schedule -> line(schedule, known.get(schedule.name()), now))
                        .toList());
    }

    private static Schedules.Line line(Schedule schedule, ScheduleStanding known, Instant now) {
        String when = schedule.timing().text();
        String what = schedule.errand().text();
        return known == null
                ? Schedules.Line.first(
                        schedule.name(), when, what, schedule.timing().nextDue(now))
                : Schedules.Line.of(known.described(when, what));
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
