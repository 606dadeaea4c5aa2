package io.agentctl.control.performance.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A server that answers each request with the same bytes; with none, it closes; or it is silent. */
final class ScriptedServer implements AutoCloseable {

    private final ServerSocket socket;
    private final String scheme;
    private final Optional<String> answer;
    private final AtomicInteger requests = new AtomicInteger();

    private ScriptedServer(ServerSocket socket, String scheme, Optional<String> answer) {
        this.socket = socket;
        this.scheme = scheme;
        this.answer = answer;
        Thread.ofPlatform().daemon().start(this::accept);
    }

    static ScriptedServer answering(String answer) throws IOException {
        return new ScriptedServer(listening(), "http", Optional.of(answer));
    }

    static ScriptedServer silent() throws IOException {
        return new ScriptedServer(listening(), "http", Optional.empty());
    }

    /** With a certificate for 127.0.0.1 that the JDK's keytool makes, and that is put into the folder as server.pem. */
    static ScriptedServer overTls(String answer, Path folder) throws Exception {
        return new ScriptedServer(
                tls(folder).getServerSocketFactory().createServerSocket(0, 100, InetAddress.getLoopbackAddress()),
                "https",
                Optional.of(answer));
    }

    /** What a server needs to prove that it is 127.0.0.1 to who trusts server.pem in the folder. */
    static SSLContext tls(Path folder) throws Exception {
        Path store = folder.resolve("server.p12");
        keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=test", "-ext", "SAN=IP:127.0.0.1", "-keystore", store);
        keytool("-exportcert", "-rfc", "-file", folder.resolve("server.pem"), "-keystore", store);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(store)) {
            keys.load(stream, "changeit".toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    URI url() {
        return URI.create(scheme + "://127.0.0.1:" + socket.getLocalPort() + "/");
    }

    int requests() {
        return requests.get();
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 1000, InetAddress.getLoopbackAddress());
    }

    private static void keytool(Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        command.addAll(List.of("-alias", "server", "-storepass", "changeit", "-storetype", "PKCS12"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException ignored) {
                // One that failed its handshake, or the end.
            }
        }
    }

    private void serve(Socket connection) {
        try (connection;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.isEmpty()) {
                    requests.incrementAndGet();
                    if (answer.isPresent()) {
                        connection.getOutputStream().write(answer.get().getBytes(StandardCharsets.US_ASCII));
                        connection.getOutputStream().flush();
                        if (answer.get().isEmpty() || answer.get().contains("close")) {
                            return;
                        }
                    }
                }
            }
        } catch (IOException ignored) {
            // Whoever asked has gone.
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
