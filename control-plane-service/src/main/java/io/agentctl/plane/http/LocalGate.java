package io.agentctl.plane.http;

import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.plane.identity.Caller;
import io.agentctl.plane.identity.Role;
import io.agentctl.plane.run.Run;
import io.helidon.webserver.http.ServerRequest;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Optional;
import java.util.Set;

/** The gate of a control plane that nobody but this machine can reach, and that asks nobody who they are. */
public record LocalGate(String user) implements Gate {

    @Override
    public Caller caller(ServerRequest request) {
        SocketAddress from = request.remotePeer().address();
        if (from instanceof InetSocketAddress address && address.getAddress().isLoopbackAddress()) {
            return new Caller(user, Set.of(Role.ADMIN), Caller.Kind.LOCAL);
        }
        throw new AgentctlException(ErrorCode.NOT_SIGNED_IN, "only this machine may ask", "");
    }

    @Override
    public Optional<String> admit(Caller caller, Run.Asked asked, NamedUseCase<?, ?> useCase) {
        return Optional.empty();
    }

    @Override
    public void requireSight(Caller caller, Run run) {
        // One user, who may see all.
    }
}
