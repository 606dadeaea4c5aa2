package io.agentctl.control.windows.state;

import io.agentctl.control.ecs.ServiceName;
import io.agentctl.control.plan.Target;
import java.util.Map;

/** Where the states of services are kept. */
public interface ServiceStates {

    /** All that is remembered of an account and region. */
    Map<ServiceName, ServiceState> all(Target target);

    /** What is remembered of one service, read anew; {@link ServiceState#none} if nothing is. */
    ServiceState of(Target target, ServiceName service);

    /**
     * Writes a state on the condition that nobody wrote it since it was read. Writing the very same again after a lost
     * answer succeeds.
     *
     * @return the state at its next version
     * @throws io.agentctl.control.error.AgentctlException CONFLICT if somebody did
     */
    ServiceState save(Target target, ServiceState state);
}
