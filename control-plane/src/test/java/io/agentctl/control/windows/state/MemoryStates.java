package io.agentctl.control.windows.state;

import io.agentctl.control.ecs.ServiceName;
import io.agentctl.control.plan.Target;
import java.util.HashMap;
import java.util.Map;

/** States without a disk, for tests that write very often. */
public final class MemoryStates implements ServiceStates {

    private final Map<ServiceName, ServiceState> states = new HashMap<>();

    @Override
    public synchronized Map<ServiceName, ServiceState> all(Target target) {
        return Map.copyOf(states);
    }

    @Override
    public synchronized ServiceState of(Target target, ServiceName service) {
        return states.getOrDefault(service, ServiceState.none(service));
    }

    @Override
    public synchronized ServiceState save(Target target, ServiceState state) {
        ServiceState next = state.atVersion(state.version() + 1);
        ServiceState there = of(target, state.service());
        if (!there.equals(next)) {
            if (there.version() != state.version()) {
                throw StateConflict.of(state);
            }
            states.put(state.service(), next);
        }
        return next;
    }
}
