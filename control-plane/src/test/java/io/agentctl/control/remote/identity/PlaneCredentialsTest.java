package io.agentctl.control.remote.identity;

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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlaneCredentialsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final List<String> heard = new ArrayList<>();
    private HttpServer server;
    private int aboutStatus = 401;
    private int sessionStatus = 200;
    private Instant now = NOW;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            heard.add(path + " " + exchange.getRequestHeaders().getFirst("Authorization"));
            boolean session = path.equals("/v1/session");
            byte[] body = (session && sessionStatus == 200
                            ? "{\"secret\":\"s" + heard.size() + "\",\"expiresAt\":\"" + now.plus(Duration.ofHours(8))
                                    + "\"}"
                            : "{\"detail\":\"nobody is known\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(session ? sessionStatus : aboutStatus, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private PlaneCredentials credentials() {
        return new PlaneCredentials(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                () -> Map.of("Authorization", "AWS-STS proof"),
                () -> now);
    }

    @Test
    void itSignsInOnceAndAgainBeforeTheSessionEnds() throws IOException {
        PlaneCredentials credentials = credentials();

        assertThat(credentials.headers()).containsEntry("Authorization", "Session s2");
        assertThat(credentials.headers()).containsEntry("Authorization", "Session s2");
        assertThat(heard).containsExactly("/v1/about null", "/v1/session AWS-STS proof");

        now = now.plus(Duration.ofHours(8));
        assertThat(credentials.headers()).containsEntry("Authorization", "Session s4");
    }

    @Test
    void whereNobodyIsAskedNothingIsShown() throws IOException {
        aboutStatus = 200;

        assertThat(credentials().headers()).isEmpty();
        assertThat(heard).containsExactly("/v1/about null");
    }

    @Test
    void aRefusalSaysWhy() {
        sessionStatus = 401;

        assertThatThrownBy(() -> credentials().headers())
                .isInstanceOfSatisfying(AgentctlException.class, refused -> assertThat(refused.code())
                        .isEqualTo(ErrorCode.NOT_SIGNED_IN))
                .hasMessageContaining("nobody is known");
    }

    @Test
    void aProofIsNotTakenElsewhere() {
        sessionStatus = 307;

        assertThatThrownBy(() -> credentials().headers()).hasMessageContaining("(307)");
        assertThat(heard).noneMatch(request -> request.startsWith("/elsewhere"));
    }

    @Test
    void whereNobodyListensItIsTriedAgain() {
        server.stop(0);

        assertThatThrownBy(() -> credentials().headers()).isInstanceOf(IOException.class);
    }

    @Test
    void whatPassesIsNoRefusal() {
        sessionStatus = 503;

        assertThatThrownBy(() -> credentials().headers())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("it answered 503: nobody is known");
    }

    @Test
    void whatIsNoLongerTakenIsShownNoMore() throws IOException {
        PlaneCredentials credentials = credentials();
        Map<String, String> first = credentials.headers();

        assertThat(credentials.refused(first)).isTrue();
        assertThat(credentials.headers()).containsEntry("Authorization", "Session s4");
        assertThat(credentials.refused(first)).isTrue();
        assertThat(credentials.headers())
                .as("renewed by another request already")
                .containsEntry("Authorization", "Session s4");
    }
}
