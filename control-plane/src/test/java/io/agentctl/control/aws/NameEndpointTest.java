package io.agentctl.control.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.junit.jupiter.api.Test;

class NameEndpointTest {

    @Test
    void whatCannotBeReachedIsNamed() throws IOException {
        URI nobody = URI.create("http://127.0.0.1:" + freePort());
        AwsSettings settings = AwsSettings.sandbox(nobody, "us-east-1").withAttempts(1);
        try (AwsClients clients = new AwsClients(settings)) {
            ApiCalls calls = new ApiCalls(1);

            assertThatThrownBy(() ->
                            calls.call("list clusters", () -> clients.ecs().listClusters()))
                    .isInstanceOfSatisfying(AgentctlException.class, failure -> {
                        assertThat(failure.code()).isEqualTo(ErrorCode.UNREACHABLE);
                        assertThat(failure).hasMessageContaining("could not list clusters");
                        assertThat(failure).hasMessageEndingWith("(" + nobody + ")");
                    });
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
