package io.agentctl.sandbox;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** A process of Moto, an implementation of AWS that is not ours. */
final class MotoServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process moto;
    private final URI endpoint;

    private MotoServer(Process moto, URI endpoint) {
        this.moto = moto;
        this.endpoint = endpoint;
    }

    /** Starts one, or skips the test where there is none to start. */
    static MotoServer start() throws IOException, InterruptedException {
        boolean there = Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(directory -> new File(directory, "moto_server").canExecute());
        assumeThat(there).as("skipped: moto_server is not on the PATH").isTrue();
        int port = freePort();
        Process process = new ProcessBuilder("moto_server", "-H", "127.0.0.1", "-p", Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        MotoServer server = new MotoServer(process, URI.create("http://127.0.0.1:" + port));
        server.await(server.endpoint.resolve("/moto-api/data.json"));
        return server;
    }

    URI endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        moto.destroy();
        moto.onExit().join();
    }

    private void await(URI page) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!answers(page)) {
            if (Instant.now().isAfter(deadline) || !moto.isAlive()) {
                throw new IllegalStateException("moto_server did not start");
            }
            Thread.sleep(100);
        }
    }

    private static boolean answers(URI page) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) page.toURL().openConnection();
        try {
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException ignored) {
            return false;
        } finally {
            connection.disconnect();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
