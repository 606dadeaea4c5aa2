package io.agentctl.sandbox.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** The HTTP server, on loopback only. */
public final class SandboxServer implements AutoCloseable {
    private static final int BACKLOG = 256;

    private final HttpServer server;
    private final ExecutorService threads;

    private SandboxServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Starts to listen.
     *
     * @param port the port, or 0 for any that is free
     * @param backends what answers AWS clients at present
     * @param administration what answers administrators
     * @throws IOException when the port is taken
     */
    public static SandboxServer start(int port, Supplier<Backend> backends, Administration administration)
            throws IOException {
        // Without it, Nagle's algorithm and delayed acknowledgements make every kept connection wait 40 ms a call.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        AddressBook addresses = new AddressBook(backends.get().services().values());
        server.createContext("/", new AwsHandler(addresses, backends, administration.calls()));
        server.createContext(AdminHandler.PATH, new AdminHandler(administration));
        server.start();
        return new SandboxServer(server, threads);
    }

    /** The port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
