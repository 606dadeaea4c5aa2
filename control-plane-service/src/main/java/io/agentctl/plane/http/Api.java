package io.agentctl.plane.http;

import io.agentctl.control.remote.About;
import io.agentctl.control.remote.RunRequest;
import io.agentctl.control.remote.RunView;
import io.agentctl.control.schedules.Schedules;
import io.agentctl.plane.http.Route.Admittance;
import io.agentctl.plane.http.Route.Shape;
import java.util.ArrayList;
import java.util.List;

/** Everything that the control plane answers: its table of contents. */
final class Api {

    private static final String OPERATION = "/v1/operations/{id}";

    private Api() {}

    static List<Route> routes(RunHandlers runs, OwnHandlers own, List<Route> more) {
        List<Route> routes = new ArrayList<>(List.of(
                Route.get(
                        "/health",
                        Admittance.ANYBODY,
                        "Whether it is ready.",
                        Shape.text("application/json"),
                        own::health),
                Route.get("/v1/about", Admittance.VIEWER, "What it is.", Shape.answering(About.class), own::about),
                Route.get(
                        "/v1/use-cases",
                        Admittance.VIEWER,
                        "What can be asked for.",
                        Shape.answering(OwnHandlers.UseCases.class),
                        own::useCases),
                Route.get(
                        "/v1/schedules",
                        Admittance.VIEWER,
                        "What is done at its times, and which instance begins it.",
                        Shape.answering(Schedules.class),
                        own::schedules),
                Route.get(
                        "/metrics",
                        Admittance.ANYBODY,
                        "Numbers for Prometheus.",
                        Shape.text("text/plain"),
                        own::metrics)));
        routes.addAll(operations(runs));
        routes.addAll(more);
        OpenApi document = new OpenApi(routes);
        routes.add(Route.get(
                "/openapi.json",
                Admittance.ANYBODY,
                "This document.",
                Shape.text("application/json"),
                (request, response) -> Answers.json(response, 200, document.tree())));
        return List.copyOf(routes);
    }

    private static List<Route> operations(RunHandlers runs) {
        return List.of(
                Route.post(
                        "/v1/operations",
                        Admittance.VIEWER,
                        "Ask for a use case to be run, once for each Idempotency-Key.",
                        Shape.answering(RunView.class).taking(RunRequest.class).accepted(),
                        runs::begin),
                Route.get(
                        "/v1/operations",
                        Admittance.VIEWER,
                        "What was asked for that may have changed something, the newest first.",
                        Shape.answering(RunHandlers.Page.class),
                        runs::list),
                Route.get(OPERATION, Admittance.VIEWER, "How one stands.", Shape.answering(RunView.class), runs::show),
                Route.get(
                        OPERATION + "/request",
                        Admittance.VIEWER,
                        "What exactly was asked for.",
                        Shape.answering(RunHandlers.Wanted.class),
                        runs::wanted),
                Route.get(
                        OPERATION + "/events",
                        Admittance.VIEWER,
                        "What happens in one, as server-sent events from the one after Last-Event-ID on.",
                        Shape.text("text/event-stream"),
                        runs::follow),
                Route.post(
                        OPERATION + "/cancel",
                        Admittance.OPERATOR_OR_ASKER,
                        "Ask one to stop where it can.",
                        Shape.answering(RunView.class).accepted(),
                        runs::cancel),
                Route.post(
                        OPERATION + "/undo",
                        Admittance.OPERATOR,
                        "Ask for what one changed to be put back.",
                        Shape.answering(RunHandlers.Page.class).accepted(),
                        runs::undo));
    }
}
