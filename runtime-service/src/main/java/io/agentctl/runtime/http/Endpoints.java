package io.agentctl.runtime.http;

import io.agentctl.policies.serving.RequestReader;
import io.agentctl.runtime.configuration.RuntimeConfiguration;
import io.helidon.webserver.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** Puts the HTTP side together. */
public final class Endpoints {

    private static final String METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private Endpoints() {}

    /**
     * Makes a server that does not listen yet.
     *
     * @param tokens the text of the file of bearer tokens, where there is one
     * @throws io.agentctl.runtime.configuration.ConfigurationException if that text cannot be used
     */
    public static RuntimeServer server(RuntimeConfiguration configuration, Optional<String> tokens, ServerParts parts) {
        RuntimeConfiguration.Limits limits = configuration.limits();
        Responses responses = new Responses();
        ArrivalGuard guard = new ArrivalGuard(limits.bodyTimeout());
        Optional<Tokens> known = tokens.map(text -> Tokens.parse(
                configuration.server().tokens().map(Object::toString).orElse("tokens"), text));
        DispatchHandler dispatch = new DispatchHandler(
                new Callers(known),
                new RequestBody(limits.body(), guard),
                parts.admission(),
                new RequestReader(limits.depth()),
                parts.dispatcher(),
                responses,
                parts.listener(),
                parts.events(),
                parts.clock());
        return new RuntimeServer(
                configuration.server(),
                limits,
                gets(parts, responses),
                dispatch,
                responses,
                guard,
                parts.admission(),
                parts.events());
    }

    private static Map<String, Handler> gets(ServerParts parts, Responses responses) {
        HealthHandlers health =
                new HealthHandlers(parts.policies(), parts.backends(), responses, parts.clock(), parts.identity());
        byte[] description = description();
        return Map.of(
                "/health", health::all,
                "/health/live", health::live,
                "/health/ready", health::ready,
                "/health/started", health::started,
                "/metrics",
                        (request, response) -> responses.text(
                                response, METRICS_TYPE, parts.metrics().get()),
                "/openapi.json", (request, response) -> responses.text(response, "application/json", description));
    }

    private static byte[] description() {
        try (InputStream in = Endpoints.class.getResourceAsStream("openapi.json")) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
