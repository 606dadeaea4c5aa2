package io.agentctl.plane.http;

import io.agentctl.plane.http.Route.Admittance;
import io.agentctl.plane.http.Route.Shape;
import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;
import java.util.List;

/** What is answered besides where callers prove who they are: its table of contents. */
final class TeamApi {

    private static final String APPROVAL = "/v1/approvals/{id}";

    private TeamApi() {}

    static List<Route> routes(Team team, Gate gate, ApprovalDesk desk, RequestBodies bodies) {
        SessionHandlers sessions = new SessionHandlers(
                gate, team.signIn(), team.sessions(), team.cookie(), team.rules(), team.audit(), bodies);
        TokenHandlers tokens = new TokenHandlers(gate, team.tokens(), team.audit(), bodies);
        ApprovalHandlers approvals = new ApprovalHandlers(gate, desk, team.rules(), bodies);
        return List.of(
                get(
                        "/v1/session",
                        "Who one is, and what one may.",
                        Shape.answering(SessionHandlers.View.class),
                        sessions::show),
                post(
                        "/v1/session",
                        "Sign in: begin a session with an AWS identity or a token.",
                        Shape.answering(SessionHandlers.View.class).taking(SessionHandlers.Wish.class),
                        sessions::open),
                post(
                        "/v1/session/end",
                        "Sign out: end the session.",
                        Shape.answering(SessionHandlers.View.class),
                        sessions::close),
                get(
                        "/v1/tokens",
                        "Tokens that were handed out; for admins.",
                        Shape.answering(TokenHandlers.Views.class),
                        tokens::list),
                post(
                        "/v1/tokens",
                        "Make a token, which is told this once; for admins.",
                        Shape.answering(TokenHandlers.Made.class).taking(TokenHandlers.Wish.class),
                        tokens::make),
                post(
                        "/v1/tokens/{id}/revoke",
                        "End a token and its sessions; for admins.",
                        Shape.answering(TokenHandlers.Views.class),
                        tokens::revoke),
                get(
                        "/v1/approvals",
                        "What waits for a second person, and what was decided in the last month.",
                        Shape.answering(ApprovalHandlers.Views.class),
                        approvals::list),
                post(
                        APPROVAL + "/approve",
                        "Agree to what another asked for, which is then carried out; for approvers.",
                        Shape.answering(ApprovalHandlers.View.class).taking(ApprovalHandlers.Ruling.class),
                        approvals::approve),
                post(
                        APPROVAL + "/reject",
                        "Refuse what another asked for, or take back what one asked for oneself.",
                        Shape.answering(ApprovalHandlers.View.class).taking(ApprovalHandlers.Ruling.class),
                        approvals::reject));
    }

    private static Route get(String path, String summary, Shape shape, Handler handler) {
        return new Route(Method.GET, path, Admittance.KNOWN, summary, shape, handler);
    }

    private static Route post(String path, String summary, Shape shape, Handler handler) {
        return new Route(Method.POST, path, Admittance.KNOWN, summary, shape, handler);
    }
}
