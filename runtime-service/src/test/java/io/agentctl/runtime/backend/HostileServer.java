package io.agentctl.runtime.backend;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on a raw socket that treats its callers as a test says. */
final class HostileServer implements AutoCloseable {

    /** How a request is treated. */
    enum Manner {
        WELL,
        HANG_BEFORE_ANSWER,
        HANG_IN_BODY,
        RESET,
        BYTE_BY_BYTE,
        ERROR_500,
        ERROR_500_HANG,
        BUSY_503,
        REJECT_422,
        HUGE_BODY,
        ENDLESS_BODY,
        ENDLESS_HEAD,
        ENDLESS_LINE,
        UNAVAILABLE_ONCE,
        TOO_MANY_429,
        NO_JSON,
        LENGTH_TOO_LONG,
        LENGTH_TOO_SHORT,
        CLOSE_SILENTLY,
        REDIRECT,
        NO_HTTP,
        EMPTY
    }

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    final AtomicInteger connections = new AtomicInteger();
    final AtomicInteger requests = new AtomicInteger();
    final List<String> heads = new CopyOnWriteArrayList<>();
    volatile Manner manner = Manner.WELL;
    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);

    HostileServer() {
        try {
            server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        Thread.startVirtualThread(this::accept);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/dispatch");
    }

    int openConnections() {
        return open.size();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                connections.incrementAndGet();
                open.add(socket);
                Thread.startVirtualThread(() -> serve(socket));
            }
        } catch (IOException ignored) {
            // Closed.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream input = new BufferedInputStream(socket.getInputStream());
            String head = readHead(input);
            while (!head.isEmpty()) {
                heads.add(head);
                requests.incrementAndGet();
                byte[] body = input.readNBytes(length(head));
                if (!answer(socket, body)) {
                    return;
                }
                head = readHead(input);
            }
        } catch (IOException | InterruptedException ignored) {
            // The caller has gone, which is what some tests are about.
        } finally {
            open.remove(socket);
        }
    }

    /** Whether the connection stays. */
    private boolean answer(Socket socket, byte[] body) throws IOException, InterruptedException {
        OutputStream output = socket.getOutputStream();
        switch (manner) {
            case WELL -> {
                return send(output, OK, "{\"echo\":" + new String(body, StandardCharsets.UTF_8) + "}");
            }
            case HANG_BEFORE_ANSWER -> hang(socket);
            case HANG_IN_BODY -> {
                write(output, OK + "Content-Length: 100\r\n\r\n{\"a\":");
                hang(socket);
            }
            case RESET -> socket.setSoLinger(true, 0);
            case BYTE_BY_BYTE -> trickle(output);
            case ERROR_500 -> {
                return send(output, "HTTP/1.1 500 Oh\r\n", "{\"secret\":1}");
            }
            case ERROR_500_HANG -> {
                write(output, "HTTP/1.1 500 Oh\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n");
                hang(socket);
            }
            case BUSY_503 -> {
                return send(output, "HTTP/1.1 503 Busy\r\nRetry-After: 7\r\n", "");
            }
            case REJECT_422 -> {
                return send(output, "HTTP/1.1 422 No\r\n", "{}");
            }
            case HUGE_BODY -> write(output, OK + "Content-Length: 9000000000\r\n\r\n{");
            case ENDLESS_BODY ->
                endless(output, OK + "Transfer-Encoding: chunked\r\n\r\n", "4000\r\n" + " ".repeat(0x4000) + "\r\n");
            case ENDLESS_HEAD -> endless(output, OK, "X-Filler: " + "x".repeat(4_000) + "\r\n");
            case ENDLESS_LINE -> endless(output, OK + "X-Filler: ", "x".repeat(4_000));
            case UNAVAILABLE_ONCE -> {
                manner = Manner.WELL;
                return send(output, "HTTP/1.1 503 Busy\r\n", "");
            }
            case TOO_MANY_429 -> {
                return send(
                        output,
                        "HTTP/1.1 429 Slowly\r\nx-amzn-errortype: TooManyRequestsException\r\nRetry-After: 7\r\n",
                        "{\"Reason\":\"CallerRateLimitExceeded\"}");
            }
            case NO_JSON -> {
                return send(output, OK, "<html>hello</html>");
            }
            case LENGTH_TOO_LONG -> write(output, OK + "Content-Length: 100\r\n\r\n{}");
            case LENGTH_TOO_SHORT -> {
                write(output, OK + "Content-Length: 5\r\n\r\n{\"a\": 1}");
                return true;
            }
            case CLOSE_SILENTLY -> send(output, OK, "{}");
            case REDIRECT -> {
                return send(output, "HTTP/1.1 307 Elsewhere\r\nLocation: " + url() + "\r\n", "");
            }
            case NO_HTTP -> write(output, "SSH-2.0-OpenSSH_9.9\r\n\r\n");
            case EMPTY -> {
                write(output, "HTTP/1.1 204 Nothing\r\n\r\n");
                return true;
            }
        }
        return false;
    }

    /** Until the caller closes its end. */
    private static void hang(Socket socket) throws IOException {
        while (socket.getInputStream().read() >= 0) {
            Thread.onSpinWait();
        }
    }

    private void trickle(OutputStream output) throws IOException, InterruptedException {
        write(output, OK + "Content-Length: 100000\r\n\r\n");
        while (!closed.await(20, TimeUnit.MILLISECONDS)) {
            write(output, " ");
        }
    }

    private static void endless(OutputStream output, String beginning, String again) throws IOException {
        write(output, beginning);
        while (true) {
            write(output, again);
        }
    }

    private static boolean send(OutputStream output, String head, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        write(output, head + "Content-Length: " + bytes.length + "\r\n\r\n" + body);
        return true;
    }

    private static void write(OutputStream output, String text) throws IOException {
        output.write(text.getBytes(StandardCharsets.UTF_8));
        output.flush();
    }

    private static String readHead(InputStream input) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = input.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static int length(String head) {
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, "content-length:", 0, 15))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
