package io.agentctl.plane.schedule;

import io.agentctl.control.schedules.ScheduleStanding;

/** Tells people of findings. */
@FunctionalInterface
public interface Herald {

    /**
     * Tells what was found and what is over of a schedule.
     *
     * @throws io.agentctl.control.error.AgentctlException if it cannot; it is asked again then
     */
    void tell(Schedule schedule, ScheduleStanding standing);
}
