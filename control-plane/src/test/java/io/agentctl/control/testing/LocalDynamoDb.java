package io.agentctl.control.testing;

import com.amazonaws.services.dynamodbv2.local.main.ServerRunner;
import com.amazonaws.services.dynamodbv2.local.server.DynamoDBProxyServer;
import io.agentctl.control.aws.AwsClients;
import io.agentctl.control.aws.AwsSettings;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** DynamoDB Local behind its own HTTP server, in memory, on a free loopback port. */
public final class LocalDynamoDb {

    private final DynamoDBProxyServer server;
    private final URI endpoint;

    private LocalDynamoDb(DynamoDBProxyServer server, URI endpoint) {
        this.server = server;
        this.endpoint = endpoint;
    }

    /**
     * Starts it.
     *
     * @param folder an empty folder for its native library
     */
    public static LocalDynamoDb start(Path folder) throws Exception {
        copyNativeLibraries(folder);
        System.setProperty("sqlite4java.library.path", folder.toString());
        int port = freePort();
        DynamoDBProxyServer server = ServerRunner.createServerFromCommandLineArgs(
                new String[] {"-inMemory", "-disableTelemetry", "-port", Integer.toString(port)});
        server.start();
        return new LocalDynamoDb(server, URI.create("http://127.0.0.1:" + port));
    }

    /** Its artifacts stand on the class path, where no class loader looks for libraries. */
    private static void copyNativeLibraries(Path folder) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<Path> libraries = Arrays.stream(classPath.split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.getFileName().toString().matches(".*sqlite4java.*\\.(so|dylib|dll)"))
                .toList();
        for (Path library : libraries) {
            Files.copy(library, folder.resolve(library.getFileName()));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Where it listens. */
    public URI endpoint() {
        return endpoint;
    }

    /** Clients for it, watched by interceptors. */
    public AwsClients clients(ExecutionInterceptor... watching) {
        return new AwsClients(AwsSettings.sandbox(endpoint, "eu-central-1"), List.of(watching));
    }

    /** Stops it. */
    public void stop() throws Exception {
        server.stop();
    }
}
