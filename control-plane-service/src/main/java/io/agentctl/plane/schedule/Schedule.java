package io.agentctl.plane.schedule;

import io.agentctl.plane.errand.Errand;
import io.agentctl.plane.identity.Caller;
import java.util.Optional;
import java.util.Set;

/**
 * Something that is done at its times.
 *
 * @param name unique among them
 * @param timing when it is due
 * @param errand what is done
 * @param topic ARN of the topic that is told of findings
 */
public record Schedule(String name, Timing timing, Errand errand, Optional<String> topic) {

    /** What callers' names begin with that are schedules. */
    public static final String PREFIX = "schedule:";

    /** Who asks for what it does. */
    public Caller caller() {
        return new Caller(PREFIX + name, Set.of(), Caller.Kind.SCHEDULE);
    }
}
