package io.agentctl.cli.console;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.remote.ControlPlane;
import java.time.Instant;
import java.util.Optional;

/** Ways into the console of a control plane. */
public record Links(ControlPlane plane) {

    /**
     * A way into the console.
     *
     * @param link to be opened by a browser
     * @param until when it is no longer good; absent where nobody has to sign in
     */
    record Link(String link, Optional<Instant> until) {}

    /** What a control plane answers. */
    record Code(String code, Instant until) {}

    /** Nothing has to be said. */
    record Asking() {}

    /** The code stands behind {@code #}, which browsers send to nobody, so that no log has it. */
    Link make() {
        try {
            Code code = plane.post("v1/session/code", new Asking(), Code.class);
            return new Link(plane.url().resolve("#/sign-in/" + code.code()).toString(), Optional.of(code.until()));
        } catch (AgentctlException refused) {
            if (refused.code() != ErrorCode.NOT_FOUND) {
                throw refused;
            }
            return new Link(plane.url().toString(), Optional.empty());
        }
    }
}
