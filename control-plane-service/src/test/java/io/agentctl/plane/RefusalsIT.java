package io.agentctl.plane;

import static io.agentctl.plane.TeamBench.as;
import static io.agentctl.plane.TeamBench.asking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.catalogue.PlaceUseCases;
import io.agentctl.control.place.Manner;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.remote.ControlPlane;
import io.agentctl.control.remote.RemoteUseCase;
import io.agentctl.control.remote.identity.AwsProof;
import io.agentctl.control.remote.identity.BearerToken;
import io.agentctl.control.remote.identity.StsEndpoint;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * Who would be somebody else is refused, over HTTP. Bodies that are too large or too slow, and paths that lead
 * elsewhere, are in {@link ApiIT}.
 */
class RefusalsIT {

    private static final String SCHEME = "AWS-STS ";

    @TempDir
    private static Path folder;

    private static TeamBench bench;

    @BeforeAll
    static void start() throws IOException {
        bench = new TeamBench(folder, "grants: [{to: arn:aws:iam::*:role/sandbox-operator, roles: operator}]\n");
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    private static String refused(Map<String, String> proof) throws IOException, InterruptedException {
        HttpResponse<String> answer = bench.get("/v1/about", proof);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
        return answer.body();
    }

    private static Map<String, String> signed(String audience, Clock clock) {
        return new AwsProof(
                        () -> StaticCredentialsProvider.create(AwsBasicCredentials.create("sandbox", "sandbox")),
                        StsEndpoint.at(bench.place().endpoint(), Optional.empty()),
                        audience,
                        new SecureRandom(),
                        clock)
                .headers();
    }

    private static Map<String, String> proof() {
        return signed(TeamBench.AUDIENCE, Clock.systemUTC());
    }

    @Test
    void aForgedPresignedRequest() throws IOException, InterruptedException {
        String text = new String(
                Base64.getUrlDecoder().decode(proof().get("Authorization").substring(SCHEME.length())),
                StandardCharsets.UTF_8);
        int sign = text.indexOf("Signature=") + "Signature=".length();
        String forged = text.substring(0, sign) + (text.charAt(sign) == 'a' ? 'b' : 'a') + text.substring(sign + 1);
        String header = SCHEME
                + Base64.getUrlEncoder().withoutPadding().encodeToString(forged.getBytes(StandardCharsets.UTF_8));

        assertThat(refused(Map.of("Authorization", header))).contains("AWS does not take the signature");
        assertThat(bench.get("/v1/about", proof()).statusCode()).isEqualTo(200);
    }

    @Test
    void aReplayedPresignedRequest() throws IOException, InterruptedException {
        Map<String, String> proof = proof();
        assertThat(bench.get("/v1/about", proof).statusCode()).isEqualTo(200);

        assertThat(refused(proof)).contains("the presigned request was used before");
    }

    @Test
    void anExpiredPresignedRequest() throws IOException, InterruptedException {
        Clock past = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-2));

        assertThat(refused(signed(TeamBench.AUDIENCE, past))).contains("the presigned request has expired");
    }

    @Test
    void aPresignedRequestForAnotherControlPlane() throws IOException, InterruptedException {
        assertThat(refused(signed("http://other.test", Clock.systemUTC())))
                .contains("signed for another control plane");
    }

    @Test
    void aTokenWithOneCharacterChanged() throws IOException, InterruptedException {
        String token = TeamBench.token("operator");
        for (int place : new int[] {0, token.indexOf('.') + 1, token.length() - 1}) {
            char other = token.charAt(place) == 'x' ? 'y' : 'x';
            String changed = token.substring(0, place) + other + token.substring(place + 1);

            refused(Map.of("Authorization", "Bearer " + changed));
        }
        assertThat(bench.get("/v1/about", as("operator")).statusCode()).isEqualTo(200);
    }

    /** Whatever it asks for: a change is sent in another way than a look. */
    @Test
    void aClientIsToldWhyItIsRefused() {
        BearerToken changed = new BearerToken(TeamBench.token("viewer").replace("SECRETSECRET", "OTHERSSECRET"));
        RemoteUseCase<PlaceUseCases.Asking, ?> useCase = new RemoteUseCase<>(
                PlaceUseCases.HERE,
                new ControlPlane("team", URI.create(bench.url()), changed::headers, "test"),
                Manner.USUAL,
                Duration.ofSeconds(10));

        assertThatThrownBy(() -> useCase.run(new PlaceUseCases.Asking(), ProgressListener.SILENT))
                .hasMessage("the bearer token is not valid here");
    }

    @Test
    void aFormOfAnotherSite() throws IOException, InterruptedException {
        String cookie = bench.post("/v1/session", as("operator"), "{\"cookie\": true}")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .replaceAll(";.*", "");

        assertThat(form(cookie, "Origin", "https://evil.example")).isEqualTo(403);
        assertThat(form(cookie, "Origin", "null")).isEqualTo(403);
        assertThat(form(cookie, "Sec-Fetch-Site", "cross-site")).isEqualTo(403);
        assertThat(form(cookie, "Accept", "text/html"))
                .as("a browser that says nothing")
                .isEqualTo(403);
    }

    /** What a browser sends for a form without asking first. */
    private static int form(String cookie, String header, String value) throws IOException, InterruptedException {
        try (HttpClient browser = HttpClient.newHttpClient()) {
            HttpRequest post = HttpRequest.newBuilder(URI.create(bench.url() + "/v1/operations"))
                    .header("Content-Type", "text/plain")
                    .header("Cookie", cookie)
                    .header(header, value)
                    .POST(BodyPublishers.ofString(asking("place.here", "{}")))
                    .build();
            return browser.send(post, BodyHandlers.discarding()).statusCode();
        }
    }
}
