package io.agentctl.plane.admission;

import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.plane.audit.Origin;
import io.agentctl.plane.identity.Caller;
import io.agentctl.plane.run.Run;
import io.agentctl.plane.run.RunId;
import java.util.Optional;

/** Lets runs begin. */
@FunctionalInterface
public interface Admission {

    /** Where nobody is asked who they are, everything may begin. */
    Admission OPEN = (caller, origin, id, asked, useCase) -> Optional.empty();

    /**
     * Lets a run begin.
     *
     * @return what it has to wait for first, such as an approval
     * @throws io.agentctl.control.error.AgentctlException NOT_ALLOWED if the caller may not ask for this
     */
    Optional<String> admit(Caller caller, Origin origin, RunId id, Run.Asked asked, NamedUseCase<?, ?> useCase);
}
