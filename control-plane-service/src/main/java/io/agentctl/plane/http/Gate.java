package io.agentctl.plane.http;

import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.plane.access.Demand;
import io.agentctl.plane.identity.Caller;
import io.agentctl.plane.identity.Role;
import io.agentctl.plane.run.Run;
import io.agentctl.plane.run.RunId;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;

/** Who calls, and what they may. */
public interface Gate {

    /**
     * Who calls; may be asked more than once of a request.
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
    Optional<String> admit(ServerRequest request, RunId id, Run.Asked asked, NamedUseCase<?, ?> useCase);

    /**
     * Lets in whoever has a role anywhere.
     *
     * @param what is asked for, for whoever is told no
     * @throws io.agentctl.control.error.AgentctlException NOT_ALLOWED if the caller has not
     */
    void requireRole(ServerRequest request, Role role, String what);

    /**
     * Lets somebody do what is no run.
     *
     * @throws io.agentctl.control.error.AgentctlException NOT_ALLOWED if the caller may not
     */
    void require(ServerRequest request, Demand demand);

    /** Whether the caller may see a run. */
    boolean sees(ServerRequest request, Run run);

    /**
     * Lets somebody stop a run.
     *
     * @throws io.agentctl.control.error.AgentctlException NOT_ALLOWED if the caller may not
     */
    void requireControl(ServerRequest request, Run run);

    /**
     * Lets somebody try to show who they are in another way than {@link #caller} knows.
     *
     * @throws io.agentctl.control.error.AgentctlException THROTTLED if there were too many tries from there
     */
    void requireRoomToTry(ServerRequest request);
}
