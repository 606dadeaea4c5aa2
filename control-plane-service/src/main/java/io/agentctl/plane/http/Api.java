package io.agentctl.plane.http;

import io.agentctl.control.remote.About;
import io.agentctl.control.remote.RunRequest;
import io.agentctl.control.remote.RunView;
import io.agentctl.plane.http.Route.Admittance;
import io.agentctl.plane.http.Route.Shape;
import io.agentctl.plane.schedule.Schedules;
import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;
import java.util.ArrayList;
import java.util.List;

/** Everything that the control plane answers: its table of contents. */
final class Api {

    private static final String OPERATION = "/v1/operations/{id}";

    private Api() {}

    static List<Route> routes(RunHandlers runs, OwnHandlers own, List<Route> more) {
        List<Route> routes = new ArrayList<>(List.of(
                get("/health", Admittance.ANYBODY, "Whether it is ready.", Shape.text("application/json"), own::health),
                get("/v1/about", Admittance.KNOWN, "What it is.", Shape.answering(About.class), own::about),
                get(
                        "/v1/use-cases",
                        Admittance.KNOWN,
                        "What can be asked for.",
                        Shape.answering(OwnHandlers.UseCases.class),
                        own::useCases),
                get(
                        "/v1/schedules",
                        Admittance.KNOWN,
                        "What is done at its times, and which instance begins it.",
                        Shape.answering(Schedules.class),
                        own::schedules),
                get("/metrics", Admittance.ANYBODY, "Numbers for Prometheus.", Shape.text("text/plain"), own::metrics),
                post(
                        "/v1/operations",
                        "Ask for a use case to be run, once for each Idempotency-Key.",
                        Shape.answering(RunView.class).taking(RunRequest.class).accepted(),
                        runs::begin),
                get(
                        "/v1/operations",
                        Admittance.KNOWN,
                        "What was asked for that may have changed something, the newest first.",
                        Shape.answering(RunHandlers.Page.class),
                        runs::list),
                get(OPERATION, Admittance.KNOWN, "How one stands.", Shape.answering(RunView.class), runs::show),
                get(
                        OPERATION + "/events",
                        Admittance.KNOWN,
                        "What happens in one, as server-sent events from the one after Last-Event-ID on.",
                        Shape.text("text/event-stream"),
                        runs::follow),
                post(
                        OPERATION + "/cancel",
                        "Ask one to stop where it can.",
                        Shape.answering(RunView.class).accepted(),
                        runs::cancel),
                post(
                        OPERATION + "/undo",
                        "Ask for what one changed to be put back.",
                        Shape.answering(RunHandlers.Page.class).accepted(),
                        runs::undo)));
        routes.addAll(more);
        OpenApi document = new OpenApi(routes);
        routes.add(get(
                "/openapi.json",
                Admittance.ANYBODY,
                "This document.",
                Shape.text("application/json"),
                (request, response) -> Answers.json(response, 200, document.tree())));
        return List.copyOf(routes);
    }

    private static Route get(String path, Admittance access, String summary, Shape shape, Handler handler) {
        return new Route(Method.GET, path, access, summary, shape, handler);
    }

    private static Route post(String path, String summary, Shape shape, Handler handler) {
        return new Route(Method.POST, path, Admittance.KNOWN, summary, shape, handler);
    }
}
