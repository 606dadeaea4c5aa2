package io.agentctl.cli.perf;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Something on this machine to send load to, which remembers what came. */
final class Target implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> received = new CopyOnWriteArrayList<>();

    private Target(HttpServer server) {
        this.server = server;
    }

    static Target start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Target target = new Target(server);
        server.setExecutor(target.threads);
        server.createContext("/", exchange -> target.answer(exchange, 200, "{\"decision\": {\"outcome\": \"allow\"}}"));
        server.createContext("/bad", exchange -> target.answer(exchange, 500, "no"));
        server.createContext("/away", exchange -> {
            exchange.getResponseHeaders().add("Location", "http://192.0.2.1/elsewhere");
            target.answer(exchange, 302, "");
        });
        server.start();
        return target;
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Method, path and body of each request. */
    List<String> received() {
        return List.copyOf(received);
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + sent);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
