package io.agentctl.plane.http;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.plane.configuration.ServerSection;
import io.helidon.common.configurable.Resource;
import io.helidon.common.pki.Keys;
import io.helidon.common.tls.Tls;
import io.helidon.http.HeaderNames;
import io.helidon.http.RequestException;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The HTTP server: routes, limits, an access log, and failures turned into problems in one place. */
public final class PlaneServer {

    private static final Route.Shape NOTHING = Route.Shape.text("application/problem+json");
    private static final Duration STOP = Duration.ofSeconds(1);
    private static final Duration IDLE = Duration.ofMinutes(2);
    private static final int CONNECTIONS = 2_000;
    private static final int LONGEST_HEADERS = 16 * 1024;
    private static final int LONGEST_FIRST_LINE = 8 * 1024;

    private final ServerSection settings;
    private final PaceGuard guard;
    private final Numbers numbers;
    private final AccessLog log;
    private final WebServer server;

    PlaneServer(
            ServerSection settings,
            List<Route> routes,
            int mostBytes,
            PaceGuard guard,
            Numbers numbers,
            AccessLog log) {
        this.settings = settings;
        this.guard = guard;
        this.numbers = numbers;
        this.log = log;
        WebServerConfig.Builder builder = WebServer.builder()
                .host(settings.host())
                .port(settings.port())
                .shutdownHook(false)
                .shutdownGracePeriod(STOP)
                .maxPayloadSize(mostBytes)
                .maxTcpConnections(CONNECTIONS)
                .idleConnectionTimeout(IDLE)
                .directHandlers(DirectProblems.handlers())
                .protocolsDiscoverServices(false)
                .addProtocol(Http1Config.builder()
                        .maxHeadersSize(LONGEST_HEADERS)
                        .maxPrologueLength(LONGEST_FIRST_LINE)
                        .addReceiveListener(guard)
                        .receiveLog(false)
                        .sendLog(false)
                        .build())
                .routing(routing -> route(routing, routes));
        settings.tls().ifPresent(files -> builder.tls(tls(files)));
        this.server = builder.build();
    }

    private static Tls tls(ServerSection.Tls files) {
        Keys keys = Keys.builder()
                .pem(pem -> pem.key(Resource.create(files.key())).certChain(Resource.create(files.certificate())))
                .build();
        return Tls.builder()
                .privateKey(keys.privateKey().orElseThrow())
                .privateKeyCertChain(keys.certChain())
                .build();
    }

    private void route(HttpRouting.Builder routing, List<Route> routes) {
        Map<String, List<Route>> byPath =
                routes.stream().collect(Collectors.groupingBy(Route::path, TreeMap::new, Collectors.toList()));
        byPath.forEach((path, here) -> {
            here.forEach(route -> routing.route(route.method(), path, logged(path, route.shape(), route.handler())));
            routing.any(path, logged(path, NOTHING, (request, response) -> notAllowed(request, response, here)));
        });
        routing.any(logged("-", NOTHING, (request, response) -> {
            throw new AgentctlException(
                    ErrorCode.NOT_FOUND, "there is nothing at " + request.path().rawPath(), "See /openapi.json.");
        }));
    }

    private Handler logged(String route, Route.Shape shape, Handler handler) {
        return (request, response) -> {
            if (shape.request() == Void.class) {
                // Nobody is going to read its body.
                guard.done();
            }
            long begun = System.nanoTime();
            try {
                handler.handle(request, response);
            } catch (AgentctlException failure) {
                refuse(response, failure);
            } catch (UncheckedIOException | RequestException | CloseConnectionException gone) {
                throw gone;
            } catch (RuntimeException bug) {
                log.bug(request.path().rawPath(), bug);
                refuse(
                        response,
                        new AgentctlException(ErrorCode.BUG, "this should not have happened", "The log says more."));
            }
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            if (shape.type().equals("text/event-stream")) {
                numbers.answered(route, response.status().code());
            } else {
                numbers.answered(route, response.status().code(), took);
            }
            log.answered(request, response.status().code(), took);
        };
    }

    private static void refuse(ServerResponse response, AgentctlException failure) {
        if (!response.isSent()) {
            Answers.problem(response, failure);
        }
    }

    private static void notAllowed(ServerRequest request, ServerResponse response, List<Route> here) {
        String allowed = here.stream().map(route -> route.method().text()).collect(Collectors.joining(", "));
        response.header(HeaderNames.ALLOW, allowed);
        throw new AgentctlException(
                ErrorCode.METHOD_NOT_ALLOWED,
                request.prologue().method().text() + " is not allowed here, " + allowed + " is",
                "See /openapi.json.");
    }

    /**
     * Begins to accept requests.
     *
     * @throws AgentctlException BAD_CONFIGURATION if it cannot listen there, such as on a port that is taken
     */
    public PlaneServer start() {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(settings.host(), settings.port()));
        } catch (IOException failure) {
            throw unable(failure);
        }
        server.start();
        if (!server.isRunning()) {
            throw unable(new IOException("the port was taken meanwhile"));
        }
        guard.start();
        return this;
    }

    private AgentctlException unable(IOException cause) {
        return new AgentctlException(
                ErrorCode.UNREACHABLE,
                "cannot listen on " + settings.host() + ":" + settings.port() + ": " + cause.getMessage(),
                "Choose another port: server.port in control-plane.yaml.",
                null,
                cause);
    }

    /** The port that it listens on. */
    public int port() {
        return server.port();
    }

    /** Accepts no more requests. */
    public void stop() {
        server.stop();
        guard.close();
    }
}
