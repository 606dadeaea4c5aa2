package io.agentctl.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;

/** Sends replies. */
final class Exchanges {
    private static final long NO_BODY = -1;

    private Exchanges() {}

    static void send(HttpExchange exchange, Reply reply) throws IOException {
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        int size = reply.body().size();
        exchange.sendResponseHeaders(reply.status(), size == 0 ? NO_BODY : size);
        try (OutputStream out = exchange.getResponseBody()) {
            if (size > 0) {
                reply.body().copyTo(out);
            }
        }
    }
}
