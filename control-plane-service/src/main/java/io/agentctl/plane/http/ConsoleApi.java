package io.agentctl.plane.http;

import io.agentctl.plane.http.Route.Admittance;
import io.agentctl.plane.http.Route.Shape;
import java.util.List;

/** The console, and what is answered for it besides what all callers use: its table of contents. */
final class ConsoleApi {

    private ConsoleApi() {}

    static List<Route> routes(ConsoleHandlers console, LiveHandlers live, ProjectHandlers project) {
        return List.of(
                Route.get("/", Admittance.ANYBODY, "The console.", Shape.text("text/html"), console::page),
                Route.get(
                        "/assets/{id}",
                        Admittance.ANYBODY,
                        "Files of the console.",
                        Shape.text("application/octet-stream"),
                        console::asset),
                Route.get(
                        "/v1/project",
                        Admittance.VIEWER,
                        "What the project's files say: names, objectives, windows, budgets.",
                        Shape.answering(ProjectHandlers.View.class),
                        project::show),
                Route.get(
                        "/v1/status/stream",
                        Admittance.VIEWER,
                        "The state of the project, part by part as it is read, as server-sent events; "
                                + "?range=1h, 6h, 24h or 14d is how far curves go back.",
                        Shape.text("text/event-stream"),
                        live::stream));
    }

    /** What a control plane answers in place of sign-in, where it asks nobody who they are. */
    static List<Route> local(Gate gate) {
        return List.of(Route.get(
                "/v1/session",
                Admittance.KNOWN,
                "Who one is, and what one may.",
                Shape.answering(SessionHandlers.View.class),
                new LocalSession(gate)::show));
    }
}
