package io.agentctl.plane.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpStsTest {

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;
    private int status = 200;
    private String body = "<R><Arn>arn:aws:iam::111122223333:user/x</Arn></R>";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String ask() {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/?X-Amz-Signature=secret");
        return new HttpSts().arn(new PresignedCheck.Checked(url, Map.of(), "n", Instant.EPOCH));
    }

    @Test
    void anArnIsRead() {
        assertThat(ask()).isEqualTo("arn:aws:iam::111122223333:user/x");
    }

    @ParameterizedTest
    @CsvSource({"301, UNREACHABLE", "307, UNREACHABLE", "400, NOT_SIGNED_IN", "403, NOT_SIGNED_IN", "500, UNREACHABLE"})
    void anythingElseIsARefusal(int answered, ErrorCode code) {
        status = answered;

        assertThatThrownBy(this::ask)
                .isInstanceOfSatisfying(AgentctlException.class, failure -> assertThat(failure.code())
                        .isEqualTo(code))
                .hasMessageNotContaining("secret");
        assertThat(asked).hasValue(1);
    }

    @Test
    void anAnswerIsNotReadForEver() {
        body = "<R>" + " ".repeat(200_000) + "<Arn>x</Arn></R>";

        assertThatThrownBy(this::ask).hasMessageContaining("STS does not answer");
    }

    @Test
    void entitiesAreNotFollowed() {
        body = "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><R><Arn>&x;</Arn></R>";

        assertThatThrownBy(this::ask).hasMessageContaining("STS answered without an ARN");
    }
}
