package io.agentctl.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between a client and a server, and is shut as if the server were gone, or silent as if it hung. */
final class Gate implements AutoCloseable {

    private enum Manner {
        OPEN,
        SILENT
    }

    private final URI to;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile Manner manner = Manner.OPEN;
    private ServerSocket listener;

    private Gate(URI to, ServerSocket listener) {
        this.to = to;
        this.listener = listener;
        this.port = listener.getLocalPort();
    }

    static Gate before(URI to) throws IOException {
        Gate gate = new Gate(to, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        gate.accept();
        return gate;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Nobody listens from here on. */
    void shut() throws IOException {
        listener.close();
        hangUp();
    }

    /** Connections are taken, and nothing is ever answered. */
    void fallSilent() throws IOException {
        manner = Manner.SILENT;
        hangUp();
    }

    void open() throws IOException {
        manner = Manner.OPEN;
        hangUp();
        if (listener.isClosed()) {
            listener = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            accept();
        }
    }

    private void accept() {
        ServerSocket on = listener;
        Thread.ofVirtual().start(() -> {
            while (!on.isClosed()) {
                try {
                    Socket client = on.accept();
                    sockets.add(client);
                    if (manner == Manner.OPEN) {
                        connect(client);
                    }
                } catch (IOException ignored) {
                    // Shut, or the server behind it refused.
                }
            }
        });
    }

    private void connect(Socket client) throws IOException {
        Socket server = new Socket(to.getHost(), to.getPort());
        sockets.add(server);
        copy(client, server);
        copy(server, client);
    }

    private static void copy(Socket from, Socket to) {
        Thread.ofVirtual().start(() -> {
            try (from;
                    to) {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException ignored) {
                // One side hung up, and with it the other.
            }
        });
    }

    private void hangUp() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    @Override
    public void close() {
        try {
            shut();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
