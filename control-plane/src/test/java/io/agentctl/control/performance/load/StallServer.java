package io.agentctl.control.performance.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * A server that answers at once, but for one stall: from a while after its first request it answers nothing for some
 * time, and then everything. Started by hand it shows what other tools make of that: {@code java StallServer.java
 * 18490}, then {@code hey -z 30s -c 10 -q 20 http://127.0.0.1:18490/}.
 */
final class StallServer implements AutoCloseable {

    static final Duration AFTER = Duration.ofSeconds(10);
    static final Duration STALL = Duration.ofMillis(1400);

    private static final byte[] ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket socket;
    private final AtomicLong first = new AtomicLong();
    private final AtomicReference<Thread> acceptor = new AtomicReference<>();

    private StallServer(ServerSocket socket) {
        this.socket = socket;
    }

    static StallServer start(int port) throws IOException {
        StallServer server = new StallServer(new ServerSocket(port, 1000, InetAddress.getLoopbackAddress()));
        server.acceptor.set(Thread.ofPlatform().daemon().start(server::accept));
        return server;
    }

    /** By hand, on a port. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (StallServer server = start(Integer.parseInt(arguments[0]))) {
            server.acceptor.get().join();
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    /** When the stall began, as {@link System#nanoTime} counts. */
    long stallBegan() {
        return first.get() + AFTER.toNanos();
    }

    /** When it ended. */
    long stallEnded() {
        return stallBegan() + STALL.toNanos();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connection.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException ignored) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII))) {
            OutputStream out = connection.getOutputStream();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.isEmpty()) {
                    await();
                    out.write(ANSWER);
                }
            }
        } catch (IOException ignored) {
            // Whoever asked has gone.
        }
    }

    private void await() {
        first.compareAndSet(0, System.nanoTime());
        if (System.nanoTime() >= stallBegan()) {
            for (long left = stallEnded() - System.nanoTime(); left > 0; left = stallEnded() - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
