package io.agentctl.plane.http;

import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.plane.access.Demand;
import io.agentctl.plane.identity.Caller;
import io.agentctl.plane.identity.Role;
import io.agentctl.plane.run.Run;
import io.agentctl.plane.run.RunId;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The gate of a control plane that nobody but this machine can reach, and that asks nobody who they are. */
public record LocalGate(String user) implements Gate {

    private static final HeaderName FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");
    private static final Pattern OWN_HOST =
            Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1\\])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);

    /**
     * Programs of this machine, and pages of this control plane: a page of another site, open in this machine's
     * browser, calls from loopback too, and may have had its name point here.
     */
    @Override
    public Caller caller(ServerRequest request) {
        if (!OWN_HOST.matcher(request.headers().first(HeaderNames.HOST).orElse(""))
                        .matches()
                || !ownPage(request)) {
            throw new AgentctlException(ErrorCode.NOT_SIGNED_IN, "only this machine may ask, not pages of others", "");
        }
        SocketAddress from = request.remotePeer().address();
        if (from instanceof InetSocketAddress address && address.getAddress().isLoopbackAddress()) {
            return new Caller(user, Set.of(Role.ADMIN), Caller.Kind.LOCAL);
        }
        throw new AgentctlException(ErrorCode.NOT_SIGNED_IN, "only this machine may ask", "");
    }

    private static boolean ownPage(ServerRequest request) {
        Optional<String> site = request.headers().first(FETCH_SITE);
        Optional<String> origin = request.headers().first(HeaderNames.ORIGIN);
        String host = request.headers().first(HeaderNames.HOST).orElse("");
        return site.map(text -> text.equals("same-origin") || text.equals("none"))
                        .orElse(true)
                && origin.map(text -> text.equals("http://" + host) || text.equals("https://" + host))
                        .orElse(true);
    }

    @Override
    public Optional<String> admit(ServerRequest request, RunId id, Run.Asked asked, NamedUseCase<?, ?> useCase) {
        return Optional.empty();
    }

    @Override
    public void requireRole(ServerRequest request, Role role, String what) {
        caller(request);
    }

    @Override
    public void require(ServerRequest request, Demand demand) {
        // One user, who may do all.
        caller(request);
    }

    @Override
    public boolean sees(ServerRequest request, Run run) {
        return true;
    }

    @Override
    public void requireControl(ServerRequest request, Run run) {
        caller(request);
    }

    @Override
    public void requireRoomToTry(ServerRequest request) {
        // Nobody has to show who they are.
    }
}
