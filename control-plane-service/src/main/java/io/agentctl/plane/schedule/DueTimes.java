package io.agentctl.plane.schedule;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.plane.schedule.Marks.Mark;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Begins what is due and was not begun. Of several due times that passed while nobody led, the latest is made up for:
 * every errand is about what should be true now.
 */
final class DueTimes {

    private final List<Schedule> schedules;
    private final Marks marks;
    private final Beginning beginning;
    private final Consumer<RuntimeException> trouble;

    DueTimes(List<Schedule> schedules, Marks marks, Beginning beginning, Consumer<RuntimeException> trouble) {
        this.schedules = List.copyOf(schedules);
        this.marks = marks;
        this.beginning = beginning;
        this.trouble = trouble;
    }

    /** What cannot be begun, such as of a file that is not there, does not keep the others, and is tried again. */
    void look(Instant now, long fence) {
        for (Schedule schedule : schedules) {
            try {
                look(schedule, now, fence);
            } catch (AgentctlException failure) {
                trouble.accept(failure);
            }
        }
    }

    /**
     * Begun first and noted then: who is lost in between is followed by one that begins the same run, which is there.
     */
    private void look(Schedule schedule, Instant now, long fence) {
        Instant due = schedule.timing().lastDue(now);
        Optional<Mark> before = marks.find(schedule.name());
        if (before.filter(mark -> mark.fence() > fence || !mark.due().isBefore(due))
                .isPresent()) {
            return;
        }
        marks.note(schedule.name(), new Mark(due, beginning.begin(schedule, due), fence));
    }
}
