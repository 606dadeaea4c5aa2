package io.agentctl.sandbox.ecs;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** Deployments that are to fail, in the order in which they were asked for. Thread-safe. */
public final class RolloutFaults {
    private final Deque<Pending> pending = new ArrayDeque<>();

    /**
     * A deployment that is to fail.
     *
     * @param service the service's name, or empty for whichever deploys next
     * @param fault how it fails
     */
    public record Pending(String service, RolloutFault fault) {}

    /** Has the next deployment of a service fail. */
    public synchronized void failNext(String service, RolloutFault fault) {
        pending.add(new Pending(service, fault));
    }

    /** Takes the fault that is meant for a service's deployment, if there is one. */
    synchronized RolloutFault take(String service) {
        Iterator<Pending> iterator = pending.iterator();
        while (iterator.hasNext()) {
            Pending next = iterator.next();
            if (next.service().isEmpty() || next.service().equals(service)) {
                iterator.remove();
                return next.fault();
            }
        }
        return RolloutFault.NONE;
    }

    /** What is still to fail. */
    public synchronized List<Pending> pending() {
        return List.copyOf(pending);
    }

    /** Lets every deployment fare as it would. */
    public synchronized void clear() {
        pending.clear();
    }
}
