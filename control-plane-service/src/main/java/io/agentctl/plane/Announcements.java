package io.agentctl.plane;

import io.agentctl.control.performance.watch.TopicGateway;
import io.agentctl.control.plan.Target;
import io.agentctl.control.schedules.KnownFinding.Telling;
import io.agentctl.control.schedules.ScheduleStanding;
import io.agentctl.plane.schedule.FindingsMessage;
import io.agentctl.plane.schedule.Herald;
import io.agentctl.plane.schedule.Schedule;
import java.util.function.Supplier;

/**
 * Tells the topic that a schedule names of its findings, and the log in any case.
 *
 * @param project whose they are
 */
record Announcements(String project, Supplier<Target> here, Supplier<TopicGateway> topics, JsonLog log)
        implements Herald {

    @Override
    public void tell(Schedule schedule, ScheduleStanding standing) {
        if (schedule.topic().isPresent()) {
            FindingsMessage message =
                    FindingsMessage.of(standing, project, here.get().toString());
            topics.get().publish(schedule.topic().get(), message.subject(), message.text());
        }
        standing.findings().stream()
                .filter(known -> known.telling() != Telling.TOLD)
                .forEach(known -> log.say(
                        known.telling() == Telling.NEW ? "finding" : "finding-over",
                        schedule.name() + ": " + FindingsMessage.line(known.finding())));
    }
}
