package io.agentctl.control.testing;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** A moto server of a test's own, on loopback. Skips the test where moto is not on the PATH. */
public final class MotoServer implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);

    private final Process process;
    private final URI endpoint;

    private MotoServer(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    /**
     * Starts a server.
     *
     * @param environment further variables of its environment
     */
    public static MotoServer start(Map<String, String> environment) throws IOException, InterruptedException {
        Optional<Path> moto = onPath("moto_server");
        assumeThat(moto).as("skipped: moto_server is not on the PATH").isPresent();
        int port = freePort();
        ProcessBuilder builder =
                new ProcessBuilder(moto.get().toString(), "-H", "127.0.0.1", "-p", Integer.toString(port));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        MotoServer server = new MotoServer(builder.start(), URI.create("http://127.0.0.1:" + port));
        server.awaitStart();
        return server;
    }

    public URI endpoint() {
        return endpoint;
    }

    private void awaitStart() throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(START);
        while (!answers()) {
            if (Instant.now().isAfter(deadline) || !process.isAlive()) {
                close();
                throw new IllegalStateException("moto_server did not start");
            }
            Thread.sleep(100);
        }
    }

    /** Empties it. */
    public void reset() throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) endpoint.resolve("/moto-api/reset").toURL().openConnection();
        connection.setRequestMethod("POST");
        if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
            throw new IllegalStateException("moto_server did not empty itself");
        }
        connection.disconnect();
    }

    private boolean answers() throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                endpoint.resolve("/moto-api/data.json").toURL().openConnection();
        try {
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException ignored) {
            return false;
        } finally {
            connection.disconnect();
        }
    }

    private static Optional<Path> onPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
