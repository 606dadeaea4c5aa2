package io.agentctl.sandbox.function;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import software.amazon.awssdk.core.SdkBytes;

/**
 * Lambda's runtime API for one process, version 2018-06-01 (Lambda Developer Guide, "Using the Lambda runtime API").
 */
final class RuntimeApi implements AutoCloseable {
    private static final String ROOT = "/2018-06-01/runtime/";
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int NOT_FOUND = 404;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final SynchronousQueue<Event> events = new SynchronousQueue<>();
    private final CompletableFuture<Reply> ready = new CompletableFuture<>();
    private volatile CompletableFuture<Reply> pending = new CompletableFuture<>();

    /** What the process is asked. */
    private record Event(CodeInvocation invocation, Instant deadline) {}

    /**
     * What the process said.
     *
     * @param failed whether it said that something went wrong
     */
    record Reply(boolean failed, SdkBytes payload) {}

    RuntimeApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext(ROOT, this::handle);
        server.start();
    }

    /** As {@code AWS_LAMBDA_RUNTIME_API} has it. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Done when the process asks for its first event, or says that it cannot start. */
    CompletableFuture<Reply> ready() {
        return ready;
    }

    /** Hands an event to the process, which must be waiting for one. */
    CompletableFuture<Reply> ask(CodeInvocation invocation, Instant deadline) throws InterruptedException {
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        pending = reply;
        events.put(new Event(invocation, deadline));
        return reply;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring(ROOT.length());
            if (path.equals("invocation/next")) {
                ready.complete(new Reply(false, SdkBytes.fromUtf8String("")));
                next(exchange);
                return;
            }
            Reply reply = new Reply(path.endsWith("/error"), SdkBytes.fromInputStream(exchange.getRequestBody()));
            if (path.equals("init/error")) {
                accept(exchange, ready, reply);
            } else if (path.startsWith("invocation/") && (reply.failed() || path.endsWith("/response"))) {
                accept(exchange, pending, reply);
            } else {
                exchange.sendResponseHeaders(NOT_FOUND, -1);
            }
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        }
    }

    /** What was said counts once it was said: whoever waits goes on when the process has its answer. */
    private static void accept(HttpExchange exchange, CompletableFuture<Reply> waiting, Reply reply)
            throws IOException {
        exchange.sendResponseHeaders(ACCEPTED, -1);
        waiting.complete(reply);
    }

    private void next(HttpExchange exchange) throws IOException, InterruptedException {
        Event event = events.take();
        byte[] payload = event.invocation().payload().asByteArrayUnsafe();
        exchange.getResponseHeaders()
                .set("Lambda-Runtime-Aws-Request-Id", event.invocation().requestId());
        exchange.getResponseHeaders()
                .set(
                        "Lambda-Runtime-Deadline-Ms",
                        Long.toString(event.deadline().toEpochMilli()));
        exchange.getResponseHeaders()
                .set("Lambda-Runtime-Invoked-Function-Arn", event.invocation().arn());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(OK, payload.length == 0 ? -1 : payload.length);
        exchange.getResponseBody().write(payload);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
