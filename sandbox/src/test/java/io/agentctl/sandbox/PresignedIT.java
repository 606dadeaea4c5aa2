package io.agentctl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.sandbox.identity.SignatureV4;
import io.agentctl.sandbox.world.World;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Links to STS that one signs and another follows. */
class PresignedIT {
    private static final Sandbox SANDBOX = Sandbox.start(World.defaultWorld(3));
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    @AfterAll
    static void stop() {
        SANDBOX.close();
    }

    private static HttpResponse<String> follow(String key, String secret, Instant at)
            throws IOException, InterruptedException {
        String date = DATE.format(at);
        String query = "Action=GetCallerIdentity&Version=2011-06-15&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential="
                + key + "%2F" + date.substring(0, 8) + "%2Feu-central-1%2Fsts%2Faws4_request&X-Amz-Date=" + date
                + "&X-Amz-Expires=60&X-Amz-SignedHeaders=host";
        String host = "127.0.0.1:" + SANDBOX.port();
        String signature = SignatureV4.of("GET", "/", query, ignored -> host, secret);
        URI link = URI.create("http://" + host + "/?" + query + "&X-Amz-Signature=" + signature);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofString());
    }

    @Test
    void tellsWhoSigned() throws IOException, InterruptedException {
        HttpResponse<String> operator = follow("sandbox", "sandbox", Instant.now());
        HttpResponse<String> viewer = follow("sandbox-viewer", "sandbox", Instant.now());

        assertThat(operator.body()).contains("assumed-role/sandbox-operator/sandbox");
        assertThat(viewer.body()).contains("assumed-role/viewer/sandbox");
    }

    @Test
    void refusesWhatIsNotSignedWithItsSecret() throws IOException, InterruptedException {
        HttpResponse<String> forged = follow("sandbox", "guessed", Instant.now());

        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("<Code>SignatureDoesNotMatch</Code>");
    }

    @Test
    void believesKeysThatItDoesNotKnow() throws IOException, InterruptedException {
        assertThat(follow("AKIAOTHER", "other", Instant.now()).statusCode()).isEqualTo(200);
    }

    /** As AWS does, whatever the link says of its own time. */
    @Test
    void refusesWhatIsOlderThanFifteenMinutes() throws IOException, InterruptedException {
        assertThat(follow("sandbox", "sandbox", Instant.now().minus(Duration.ofMinutes(14)))
                        .statusCode())
                .isEqualTo(200);
        assertThat(follow("sandbox", "sandbox", Instant.now().minus(Duration.ofMinutes(16)))
                        .body())
                .contains("Signature expired");
    }
}
