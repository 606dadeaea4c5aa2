package io.agentctl.control.remote.team;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.remote.ControlPlane;
import java.util.function.Supplier;

/** What a team does at a control plane, from a caller's side. Nothing is called before something is asked. */
public final class TeamDesk {

    private static final String APPROVALS = "v1/approvals";
    private static final String TOKENS = "v1/tokens";

    private final Supplier<ControlPlane> plane;

    public TeamDesk(Supplier<ControlPlane> plane) {
        this.plane = plane;
    }

    /** Nothing needs to be said. */
    private record Nothing() {}

    public Whoami whoami() {
        return plane.get().get("v1/session", Whoami.class);
    }

    public Approvals approvals() {
        return plane.get().get(APPROVALS, Approvals.class);
    }

    /** What an operation was asked to do. */
    private record Wanted(String useCase, JsonNode request) {}

    /** One, with exactly what was asked for. */
    public ApprovalDetails details(Approval approval) {
        Wanted wanted = plane.get().get("v1/operations/" + approval.id() + "/request", Wanted.class);
        return new ApprovalDetails(approval, wanted.request());
    }

    /** Agrees to what was looked at, which is then carried out. */
    public Approval approve(String id, Ruling ruling) {
        return plane.get().post(APPROVALS + "/" + id + "/approve", ruling, Approval.class);
    }

    /** Refuses it, or takes it back. */
    public Approval reject(String id, Ruling ruling) {
        return plane.get().post(APPROVALS + "/" + id + "/reject", ruling, Approval.class);
    }

    public Tokens tokens() {
        return plane.get().get(TOKENS, Tokens.class);
    }

    /** Makes one. */
    public MadeToken make(TokenWish wish) {
        return plane.get().post(TOKENS, wish, MadeToken.class);
    }

    /** Ends one, and the sessions that began with it. */
    public Tokens revoke(String name) {
        return plane.get().post(TOKENS + "/" + name + "/revoke", new Nothing(), Tokens.class);
    }
}
