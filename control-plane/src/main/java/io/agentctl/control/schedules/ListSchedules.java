package io.agentctl.control.schedules;

import io.agentctl.control.UseCase;
import io.agentctl.control.progress.ProgressListener;
import java.util.function.Supplier;

/** Lists what control planes do at their times, and how it stands. */
public final class ListSchedules implements UseCase<ListSchedules.Request, Schedules> {

    /** Nothing needs to be said. */
    public record Request() {}

    private final Supplier<ScheduleTable> table;

    /** @param table made when it is needed, for it is looked for */
    public ListSchedules(Supplier<ScheduleTable> table) {
        this.table = table;
    }

    @Override
    public Schedules run(Request request, ProgressListener progress) {
        ScheduleTable found = table.get();
        return new Schedules(
                found.leader(), found.all().stream().map(Schedules.Line::of).toList());
    }
}
