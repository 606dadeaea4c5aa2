package io.agentctl.plane.schedule;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.remote.RunState;
import io.agentctl.control.schedules.KnownFinding.Telling;
import io.agentctl.control.schedules.ScheduleStanding;
import io.agentctl.control.team.Partition;
import io.agentctl.plane.run.Run;
import io.agentctl.plane.run.RunId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Begins what is due, once each, and looks how it ended before the next. Of several due times that passed while nobody
 * led, or while the one before was under way, the latest is made up for: every errand is about what should be true now.
 * A due time is noted under the leadership's number before it is begun, so that a leader that was given up for lost
 * begins nothing, and a successor finds what was noted and not begun. For one thread.
 */
final class DueTimes {

    /** What takes instances with it is not begun for ever. */
    private static final int MOST_ATTEMPTS = 3;

    private final List<Schedule> schedules;
    private final Partition standings;
    private final Beginning beginning;
    private final Herald herald;
    private final String instance;
    private final InstantSource clock;
    private final Patience patience;

    DueTimes(
            List<Schedule> schedules,
            Partition standings,
            Beginning beginning,
            Herald herald,
            String instance,
            InstantSource clock,
            Patience patience) {
        this.schedules = List.copyOf(schedules);
        this.standings = standings;
        this.beginning = beginning;
        this.herald = herald;
        this.instance = instance;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * Looks at each schedule, as long as this instance leads.
     *
     * @param leading the leadership's number, renewed where that is due; empty if another instance leads
     */
    void look(Supplier<OptionalLong> leading) {
        for (Schedule schedule : schedules) {
            OptionalLong fence = leading.get();
            if (fence.isEmpty()) {
                return;
            }
            patience.attempt(schedule.name(), () -> attend(schedule, fence.getAsLong()));
        }
    }

    private void attend(Schedule schedule, long fence) {
        Ledger ledger = Ledger.open(standings, schedule.name());
        Optional<ScheduleStanding> found = ledger.standing();
        if (found.isEmpty()) {
            begin(schedule, ledger, first(schedule, fence), fence);
            return;
        }
        ScheduleStanding standing = found.get();
        if (standing.fence() > fence) {
            return;
        }
        if (standing.findings().stream().anyMatch(known -> known.telling() != Telling.TOLD)) {
            patience.attempt("telling of " + schedule.name(), () -> tell(schedule, ledger, standing, fence));
        }
        goOn(schedule, ledger, ledger.standing().orElse(standing), fence);
    }

    /** Told first and noted then: who is lost in between has it told twice rather than never. */
    private void tell(Schedule schedule, Ledger ledger, ScheduleStanding standing, long fence) {
        herald.tell(schedule, standing);
        ledger.write(standing.with(standing.told(), fence));
    }

    private void goOn(Schedule schedule, Ledger ledger, ScheduleStanding standing, long fence) {
        Instant due = schedule.timing().lastDue(clock.instant());
        if (standing.outcome().isPresent()) {
            if (due.isAfter(standing.due())) {
                begin(schedule, ledger, next(schedule, standing, due, 1, fence), fence);
            }
            return;
        }
        Optional<Run> run = beginning.find(new RunId(standing.run()));
        if (run.isEmpty()) {
            boolean late = due.isAfter(standing.due());
            begin(schedule, ledger, late ? next(schedule, standing, due, 1, fence) : standing, fence);
        } else if (run.get().over()) {
            boolean again = Judgement.lost(run.get(), standing) && standing.attempt() < MOST_ATTEMPTS;
            if (again) {
                int attempt = due.isAfter(standing.due()) ? 1 : standing.attempt() + 1;
                begin(schedule, ledger, next(schedule, standing, due, attempt, fence), fence);
            } else {
                ScheduleStanding ended = Judgement.of(schedule, standing, run.get(), fence);
                if (ledger.write(ended)) {
                    goOn(schedule, ledger, ended, fence);
                }
            }
        } else if (run.get().standing().state() == RunState.WAITING) {
            ScheduleStanding waiting = Judgement.waiting(standing, run.get(), clock.instant(), fence);
            if (!waiting.equals(standing)) {
                ledger.write(waiting);
            }
        }
    }

    private void begin(Schedule schedule, Ledger ledger, ScheduleStanding noted, long fence) {
        if (!ledger.standing().equals(Optional.of(noted)) && !ledger.write(noted)) {
            return;
        }
        try {
            beginning.begin(schedule, new RunId(noted.run()));
        } catch (AgentctlException failure) {
            boolean refused = failure.code() == ErrorCode.NOT_ALLOWED;
            ledger.write(
                    refused
                            ? Judgement.failed(noted, failure.getMessage(), failure.advice(), clock.instant(), fence)
                            : Judgement.stuck(noted, failure.getMessage(), failure.advice(), clock.instant(), fence));
            throw failure;
        }
    }

    private ScheduleStanding first(Schedule schedule, long fence) {
        Instant due = schedule.timing().lastDue(clock.instant());
        return new ScheduleStanding(
                schedule.name(),
                schedule.timing().text(),
                schedule.errand().text(),
                due,
                schedule.timing().nextDue(due),
                1,
                id(schedule, due, 1),
                instance,
                fence,
                Optional.empty(),
                List.of());
    }

    private ScheduleStanding next(Schedule schedule, ScheduleStanding before, Instant due, int attempt, long fence) {
        return before.described(schedule.timing().text(), schedule.errand().text())
                .begun(due, schedule.timing().nextDue(due), attempt, id(schedule, due, attempt), instance, fence);
    }

    /** The same for all instances, so that none begins what another has. */
    static String id(Schedule schedule, Instant due, int attempt) {
        String time = attempt == 1 ? due.toString() : due + "#" + attempt;
        return RunId.of(schedule.caller().name(), time).value();
    }
}
