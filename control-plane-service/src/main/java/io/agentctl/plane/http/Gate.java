package io.agentctl.plane.http;

import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.plane.identity.Caller;
import io.agentctl.plane.run.Run;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;

/** Who calls, and what they may. */
public interface Gate {

    /**
     * Who calls.
     *
     * @throws io.agentctl.control.error.AgentctlException NOT_SIGNED_IN if that cannot be told
     */
    Caller caller(ServerRequest request);

    /**
     * Lets a run begin.
     *
     * @return what it has to wait for first, such as an approval
     * @throws io.agentctl.control.error.AgentctlException NOT_ALLOWED if the caller may not ask for this
     */
    Optional<String> admit(Caller caller, Run.Asked asked, NamedUseCase<?, ?> useCase);

    /**
     * Lets somebody see or stop a run.
     *
     * @throws io.agentctl.control.error.AgentctlException NOT_ALLOWED if the caller may not
     */
    void requireSight(Caller caller, Run run);
}
