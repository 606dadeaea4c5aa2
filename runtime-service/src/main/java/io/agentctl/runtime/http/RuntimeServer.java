package io.agentctl.runtime.http;

import io.agentctl.runtime.configuration.RuntimeConfiguration.Limits;
import io.agentctl.runtime.configuration.RuntimeConfiguration.Server;
import io.agentctl.runtime.dispatch.Admission;
import io.agentctl.runtime.http.Problem.Kind;
import io.agentctl.runtime.telemetry.EventLog;
import io.helidon.common.mapper.MapperManager;
import io.helidon.common.mapper.Mappers;
import io.helidon.http.HeaderNames;
import io.helidon.service.registry.GlobalServiceRegistry;
import io.helidon.service.registry.ServiceRegistryConfig;
import io.helidon.service.registry.ServiceRegistryManager;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;

/** The HTTP server: a table of contents of what it answers. */
public final class RuntimeServer {

    /** What is under way when the server is stopped has had its time. */
    private static final Duration STOP = Duration.ofMillis(500);

    private static final Duration LONGEST_IDLE_CHECK = Duration.ofSeconds(5);
    private static final int LONGEST_FIRST_LINE = 8192;
    private static final int CONNECTIONS = 10_000;
    private static final int BACKLOG = 4096;

    private final Server settings;
    private final Responses responses;
    private final ArrivalGuard guard;
    private final Admission admission;
    private final WebServer server;

    RuntimeServer(
            Server settings,
            Limits limits,
            Map<String, Handler> gets,
            Handler dispatch,
            Responses responses,
            ArrivalGuard guard,
            Admission admission,
            EventLog events) {
        this.settings = settings;
        this.responses = responses;
        this.guard = guard;
        this.admission = admission;
        this.server = WebServer.builder()
                .host(settings.host())
                .port(settings.port())
                .shutdownHook(false)
                .shutdownGracePeriod(STOP)
                .maxPayloadSize(limits.body())
                .maxTcpConnections(CONNECTIONS)
                .backlog(BACKLOG)
                .idleConnectionTimeout(limits.idle())
                .idleConnectionPeriod(idleCheck(limits))
                .directHandlers(DirectProblems.handlers())
                .protocolsDiscoverServices(false)
                .addProtocol(Http1Config.builder()
                        .maxHeadersSize(limits.headers())
                        .maxPrologueLength(LONGEST_FIRST_LINE)
                        .addReceiveListener(guard)
                        .receiveLog(false)
                        .sendLog(false)
                        .build())
                .routing(routing -> route(routing, gets, dispatch, events))
                .build();
    }

    /**
     * Makes all servers of this process faster; before the first one is made. With every request that states its length
     * Helidon 4.2 asks its registry of services for a mapper, which takes longer than a decision, unless one was set;
     * and there is no other way to set it. The registry itself is empty: all that a server needs is given to it here,
     * and to look through the class path for more takes a sixth of a start.
     */
    @SuppressWarnings("removal")
    public static void quicken() {
        Mappers mappers = Mappers.builder()
                .mapperProvidersDiscoverServices(false)
                .mappersDiscoverServices(false)
                .build();
        GlobalServiceRegistry.registry(ServiceRegistryManager.create(ServiceRegistryConfig.builder()
                        .discoverServices(false)
                        .discoverServicesFromServiceLoader(false)
                        .putContractInstance(Mappers.class, mappers)
                        .build())
                .registry());
        MapperManager.global(MapperManager.create());
    }

    private static Duration idleCheck(Limits limits) {
        Duration check = limits.idle().dividedBy(10);
        return check.compareTo(LONGEST_IDLE_CHECK) < 0 ? check : LONGEST_IDLE_CHECK;
    }

    private void route(HttpRouting.Builder routing, Map<String, Handler> gets, Handler dispatch, EventLog events) {
        routing.post("/dispatch", dispatch);
        routing.any("/dispatch", (request, response) -> notAllowed(request, response, "POST"));
        gets.forEach((path, handler) -> {
            routing.get(path, handler);
            routing.any(path, (request, response) -> notAllowed(request, response, "GET"));
        });
        routing.any(this::notFound);
        routing.error(RuntimeException.class, (request, response, failure) -> fail(response, failure, events));
    }

    private void notAllowed(ServerRequest request, ServerResponse response, String allowed) {
        guard.arrived();
        response.header(HeaderNames.ALLOW, allowed);
        responses.problem(
                response,
                Problem.of(
                        Kind.METHOD_NOT_ALLOWED,
                        request.prologue().method().text() + " is not allowed here, " + allowed + " is"),
                "");
    }

    private void notFound(ServerRequest request, ServerResponse response) {
        guard.arrived();
        responses.problem(
                response,
                Problem.of(
                        Kind.NOT_FOUND, "there is nothing at " + request.path().rawPath()),
                "");
    }

    private void fail(ServerResponse response, RuntimeException failure, EventLog events) {
        Problem problem = Failures.problem(failure).orElseGet(() -> {
            events.warn("request.failed", Failures.describe(failure));
            return Problem.of(Kind.INTERNAL, "the log says more");
        });
        responses.problem(response, problem, "");
    }

    /**
     * Begins to accept requests.
     *
     * @throws IllegalStateException if it cannot listen there, such as on a port that is taken
     */
    public RuntimeServer start() {
        requireFree();
        server.start();
        // A listener that fails is only logged by the server.
        if (!server.isRunning()) {
            throw new IllegalStateException("cannot listen on " + settings.host() + ":" + settings.port());
        }
        return this;
    }

    /** Says why it would fail, which the server itself does not. */
    private void requireFree() {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(settings.host(), settings.port()));
        } catch (IOException failure) {
            throw new IllegalStateException(
                    "cannot listen on " + settings.host() + ":" + settings.port() + ": " + failure.getMessage(),
                    failure);
        }
    }

    /** The port that it listens on. */
    public int port() {
        return server.port();
    }

    /**
     * Says that it is not ready, accepts requests for the time that it takes to be heard, then lets no more in, and
     * waits until those under way are answered or the deadline is there.
     */
    public void drain() {
        responses.drain();
        try {
            Thread.sleep(settings.notice());
            admission.close();
            admission.awaitEmpty(settings.drain());
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        }
        // The server interrupts what is still under way.
        server.stop();
        guard.close();
    }
}
