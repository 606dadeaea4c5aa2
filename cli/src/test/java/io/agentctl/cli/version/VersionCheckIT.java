package io.agentctl.cli.version;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.agentctl.cli.Commands;
import io.agentctl.cli.Commands.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code version}, with and without a place that tells releases. */
class VersionCheckIT {

    private final AtomicInteger asked = new AtomicInteger();
    private String answer =
            "{\"schemaVersion\": 1, \"newest\": \"99.1.0\", \"released\": \"2026-11-20\", \"later\": true}";
    private HttpServer server;
    private String place;

    @TempDir
    private Path folder;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        place = "http://127.0.0.1:" + server.getAddress().getPort() + "/releases.json";
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void nobodyIsAskedUnlessThatIsAskedFor() throws IOException {
        Outcome outcome = Commands.in(folder).with("AGENTCTL_RELEASES", place).run("version -o json");

        JsonNode root = new ObjectMapper().readTree(outcome.out());
        assertThat(outcome.code()).isZero();
        assertThat(root.at("/java").asText()).isNotEmpty();
        assertThat(root.at("/aotCache").asText()).isIn("none", "in-use", "rejected", "unknown");
        assertThat(root.has("newest")).isFalse();
        assertThat(asked).hasValue(0);
    }

    @Test
    void theNewestIsToldWithWhereItIsFrom() {
        Outcome outcome = Commands.in(folder).with("AGENTCTL_RELEASES", place).run("version --check");

        assertThat(outcome.code()).as(outcome.talk()).isZero();
        assertThat(outcome.out()).contains("Newest: 99.1.0, of 2026-11-20, says " + place);
        assertThat(asked).hasValue(1);
    }

    @Test
    void theUserConfigurationMayNameThePlace() throws IOException {
        Path configuration = Files.createDirectories(folder.resolve(".config/agentctl"));
        Files.writeString(configuration.resolve("config.yaml"), "releases: " + place + "\n");

        assertThat(Commands.in(folder).run("version --check").out()).contains("Newest: 99.1.0");
    }

    @Test
    void withoutAPlaceItSaysHowToNameOne() {
        Outcome outcome = Commands.in(folder).run("version --check");

        assertThat(outcome.code()).isEqualTo(78);
        assertThat(outcome.talk()).contains("nobody was asked", "AGENTCTL_RELEASES", "releases:");
    }

    @Test
    void withoutANetworkItSaysSo() {
        server.stop(0);

        Outcome outcome = Commands.in(folder).with("AGENTCTL_RELEASES", place).run("version --check");

        assertThat(outcome.code()).isEqualTo(69);
        assertThat(outcome.talk()).contains("cannot ask " + place, "leave --check out");
    }

    @Test
    void whatIsNoDocumentOfReleasesIsRefused() {
        answer = "{\"schemaVersion\": 1, \"newest\": \"$(reboot)\"}";

        Outcome outcome = Commands.in(folder).with("AGENTCTL_RELEASES", place).run("version --check");

        assertThat(outcome.code()).isEqualTo(65);
        assertThat(outcome.talk()).contains("does not tell a release");
    }

    @Test
    void aPlaceThatAnybodyOnTheWayCouldChangeIsNotAsked() {
        Outcome outcome = Commands.in(folder)
                .with("AGENTCTL_RELEASES", "http://releases.example.com/r.json")
                .run("version --check");

        assertThat(outcome.code()).isEqualTo(78);
        assertThat(outcome.talk()).contains("over https");
    }
}
