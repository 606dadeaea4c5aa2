package io.agentctl.control.schedules;

import io.agentctl.control.UseCase;
import io.agentctl.control.progress.ProgressListener;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Lists what control planes do at their times, and how it stands. */
public final class ListSchedules implements UseCase<ListSchedules.Request, Schedules> {

    /** Nothing needs to be said. */
    public record Request() {}

    private final Supplier<ScheduleTable> table;
    private final InstantSource clock;

    /**
     * Makes the use case.
     *
     * @param table made when it is needed, for it is looked for
     * @param clock the machine's, by which leaders count too
     */
    public ListSchedules(Supplier<ScheduleTable> table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Schedules run(Request request, ProgressListener progress) {
        ScheduleTable found = table.get();
        return new Schedules(
                found.leader(clock.instant()),
                found.all().stream().map(Schedules.Line::of).toList());
    }
}
