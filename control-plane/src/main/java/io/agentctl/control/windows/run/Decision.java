package io.agentctl.control.windows.run;

import io.agentctl.control.ecs.ServiceName;
import io.agentctl.control.journal.OperationId;
import io.agentctl.control.windows.Level;

/**
 * What is to be done with one service, and why.
 *
 * @param service which
 * @param level what should be true of it
 * @param desired tasks wanted now
 * @param to tasks wanted after the deed; what it is if nothing is done
 * @param deed what to do
 * @param why a sentence for the reader
 */
public record Decision(ServiceName service, Level level, int desired, int to, Deed deed, String why) {

    /** True if there is something to do. */
    public boolean acts() {
        return deed != Deed.NOTHING;
    }

    /** True if a service is left with more tasks than it should sleep with: somebody's wish, or another run's work. */
    boolean deviates() {
        return !acts() && level.asleep() && desired > level.floor();
    }

    /** The same, left to another run that is at work on the service. */
    Decision leftTo(OperationId other) {
        return new Decision(service, level, desired, desired, Deed.NOTHING, "another run is at work on it: " + other);
    }
}
