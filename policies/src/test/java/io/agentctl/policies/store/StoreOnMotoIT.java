package io.agentctl.policies.store;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** On another implementation of DynamoDB, which shares no code with Amazon's. Skipped where moto is not on the PATH. */
class StoreOnMotoIT extends StoreContract {

    private static Process moto;
    private static DynamoDbClient client;

    @BeforeAll
    static void start() throws Exception {
        Optional<Path> program = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> Path.of(directory, "moto_server"))
                .filter(Files::isExecutable)
                .findFirst();
        assumeThat(program).as("skipped: moto_server is not on the PATH").isPresent();
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        moto = new ProcessBuilder(program.get().toString(), "-H", "127.0.0.1", "-p", Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Instant deadline = Instant.now().plusSeconds(60);
        while (!answers(port) && moto.isAlive() && Instant.now().isBefore(deadline)) {
            Thread.sleep(100);
        }
        client = StoreClients.at(URI.create("http://127.0.0.1:" + port));
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException ignored) {
            return false;
        }
    }

    @AfterAll
    static void stop() {
        if (moto != null) {
            client.close();
            moto.destroy();
            moto.onExit().join();
        }
    }

    @Override
    DynamoDbClient client() {
        return client;
    }
}
