package io.agentctl.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HealthCheckTest {

    @Test
    void onlyA200IsWell() throws IOException {
        assertThat(HealthCheck.isWell(askOneThatAnswers("HTTP/1.1 200 OK\r\n\r\n")))
                .isTrue();
        assertThat(HealthCheck.isWell(askOneThatAnswers("HTTP/1.1 503 Service Unavailable\r\n\r\n")))
                .isFalse();
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        assertThat(askOneThatAnswers("")).isEqualTo("closed without an answer");
        int free;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = closed.getLocalPort();
        }
        assertThat(HealthCheck.ask(free, "/health")).contains("ConnectException");
    }

    private static String askOneThatAnswers(String answer) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (Socket caller = server.accept()) {
                    caller.getInputStream().read(new byte[1_024]);
                    caller.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                } catch (IOException gone) {
                    throw new IllegalStateException(gone);
                }
            });
            return HealthCheck.ask(server.getLocalPort(), "/health");
        }
    }
}
