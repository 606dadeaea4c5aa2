package io.agentctl.plane;

import static io.agentctl.plane.TeamBench.as;
import static io.agentctl.plane.TeamBench.asking;
import static io.agentctl.plane.TeamBench.json;
import static io.agentctl.plane.TeamBench.sha256;
import static io.agentctl.plane.TeamBench.token;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.remote.identity.PlaneCredentials;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may do what, over HTTP. */
class TeamIT {

    @TempDir
    private static Path folder;

    private static TeamBench bench;

    @BeforeAll
    static void start() throws IOException {
        bench = new TeamBench(
                folder,
                """
                grants:
                  - {to: arn:aws:iam::*:role/sandbox-operator, roles: [operator], capabilities: [ecs, ops]}
                approvals:
                  rules:
                    - {useCases: plan.apply}
                """);
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    private static HttpResponse<String> get(String path, Map<String, String> headers)
            throws IOException, InterruptedException {
        return bench.get(path, headers);
    }

    private static HttpResponse<String> post(String path, Map<String, String> headers, String body)
            throws IOException, InterruptedException {
        return bench.post(path, headers, body);
    }

    private static Map<String, String> signed(String audience) {
        return bench.signed(audience);
    }

    private static JsonNode approval(String id) throws IOException, InterruptedException {
        return bench.approval(id);
    }

    private static String ended(String id) throws IOException, InterruptedException {
        return bench.ended(id);
    }

    @Test
    void tokensAreForAdmins() throws IOException, InterruptedException {
        String wish = "{\"name\": \"deploy\", \"roles\": [\"operator\"], \"validFor\": \"PT1H\"}";
        for (String role : List.of("viewer", "operator", "approver", "nothing")) {
            assertThat(get("/v1/tokens", as(role)).statusCode()).isEqualTo(403);
            assertThat(post("/v1/tokens", as(role), wish).statusCode()).isEqualTo(403);
            assertThat(post("/v1/tokens/viewer/revoke", as(role), "").statusCode())
                    .isEqualTo(403);
        }

        String made = json(post("/v1/tokens", as("admin"), wish)).get("token").textValue();
        Map<String, String> header = Map.of("Authorization", "Bearer " + made);
        assertThat(get("/v1/session", header).body()).contains("\"caller\":\"token:deploy\"", "\"operator\"");
        assertThat(get("/v1/tokens", as("admin")).body())
                .contains("\"deploy\"")
                .doesNotContain(made, sha256(made), sha256(token("viewer")));
        String last = made.endsWith("A") ? "B" : "A";
        assertThat(get("/v1/session", Map.of("Authorization", "Bearer " + made.substring(0, made.length() - 1) + last))
                        .statusCode())
                .isEqualTo(401);

        assertThat(post("/v1/tokens/deploy/revoke", as("admin"), "").statusCode())
                .isEqualTo(200);
        assertThat(get("/v1/session", header).statusCode()).isEqualTo(401);
        assertThat(bench.log()).doesNotContain(made);
    }

    @Test
    void anAwsIdentityIsGoodForOneUseAndHere() throws IOException, InterruptedException {
        Map<String, String> proof = signed("http://plane.test");
        HttpResponse<String> first = get("/v1/session", proof);

        assertThat(first.body()).contains("role/sandbox-operator#sandbox", "\"operator\"");
        assertThat(get("/v1/session", proof).body()).contains("the presigned request was used before");
        assertThat(get("/v1/session", signed("http://other.test")).body()).contains("signed for another control plane");
        HttpResponse<String> denied =
                post("/v1/operations", signed("http://plane.test"), asking("policy.list", "\"production\""));
        assertThat(denied.statusCode()).isEqualTo(403);
        assertThat(denied.body()).contains("but not for policy").doesNotContain("Signature");
    }

    @Test
    void aProgramSignsInOnceForManyRequests() throws IOException, InterruptedException {
        String secret = json(post("/v1/session", signed("http://plane.test"), "{\"cookie\": false}"))
                .get("secret")
                .textValue();
        Map<String, String> session = Map.of("Authorization", "Session " + secret);

        assertThat(get("/v1/about", session).statusCode()).isEqualTo(200);
        assertThat(post("/v1/session", session, "{\"cookie\": false}").statusCode())
                .isEqualTo(400);
        assertThat(post("/v1/session/end", session, "").statusCode()).isEqualTo(200);
        assertThat(get("/v1/about", session).statusCode()).isEqualTo(401);
        assertThat(bench.log()).doesNotContain(secret);
    }

    @Test
    void theClientSignsInByItself() throws IOException, InterruptedException {
        PlaneCredentials credentials =
                new PlaneCredentials(URI.create(bench.url()), () -> signed("http://plane.test"), Clock.systemUTC());

        assertThat(get("/v1/about", credentials.headers()).statusCode()).isEqualTo(200);
        assertThat(get("/v1/about", credentials.headers()).statusCode()).isEqualTo(200);
    }

    @Test
    void aBrowsersChangesComeFromOwnPagesOnly() throws IOException, InterruptedException {
        HttpResponse<String> signedIn = post("/v1/session", as("operator"), "{\"cookie\": true}");
        String cookie = signedIn.headers().firstValue("Set-Cookie").orElseThrow();
        String shown = cookie.substring(0, cookie.indexOf(';'));
        String csrf = json(signedIn).get("csrf").textValue();
        String wanted = asking("ops.list", "17");

        assertThat(cookie).contains("HttpOnly", "SameSite=Strict");
        assertThat(signedIn.body()).doesNotContain("secret");
        assertThat(get("/v1/about", Map.of("Cookie", shown)).statusCode()).isEqualTo(200);
        assertThat(post("/v1/operations", Map.of("Cookie", shown, "Origin", bench.url()), wanted)
                        .statusCode())
                .isEqualTo(403);
        assertThat(post(
                                "/v1/operations",
                                Map.of("Cookie", shown, "Origin", "https://evil.example", "x-agentctl-csrf", csrf),
                                wanted)
                        .statusCode())
                .isEqualTo(403);
        assertThat(post(
                                "/v1/operations",
                                Map.of("Cookie", shown, "Sec-Fetch-Site", "cross-site", "x-agentctl-csrf", csrf),
                                wanted)
                        .statusCode())
                .isEqualTo(403);
        assertThat(post(
                                "/v1/operations",
                                Map.of("Cookie", shown, "Origin", bench.url(), "x-agentctl-csrf", csrf),
                                wanted)
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void aChangeWaitsForASecondPersonAndAllOfItIsWrittenDown() throws IOException, InterruptedException {
        JsonNode target = json(get("/v1/about", as("viewer"))).get("target");
        String plan =
                """
                {"plan": {"kind": "ecs", "target": %s, "createdAt": "2026-03-01T12:00:00Z", "resources": []},
                 "following": {"untilProved": true, "watch": "PT0S"}}"""
                        .formatted(target);
        HttpResponse<String> asked = post("/v1/operations", as("operator"), asking("plan.apply", plan));
        String id = json(asked).get("id").textValue();
        JsonNode waiting = approval(id);
        String ruling = "{\"fingerprint\": %s, \"comment\": \"looks right\"}".formatted(waiting.get("fingerprint"));
        String approve = "/v1/approvals/" + id + "/approve";

        assertThat(asked.statusCode()).isEqualTo(202);
        assertThat(json(asked).get("state").textValue()).isEqualTo("waiting");
        assertThat(waiting.get("state").textValue()).isEqualTo("pending");
        for (String role : List.of("viewer", "operator", "nothing")) {
            assertThat(post(approve, as(role), ruling).statusCode()).isEqualTo(403);
        }
        assertThat(post(approve, as("approver"), "{\"fingerprint\": \"f\", \"comment\": \"\"}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(post(approve, as("approver"), ruling).statusCode()).isEqualTo(200);
        assertThat(post(approve, as("approver"), ruling).statusCode()).isEqualTo(409);
        assertThat(ended(id)).isEqualTo("succeeded");
        assertThat(approval(id).get("state").textValue()).isEqualTo("used");
        assertThat(audited(id)).containsExactly("succeeded", "approved", "waiting", "allowed");
    }

    @Test
    void anAdminCannotApproveWhatTheyAskedFor() throws IOException, InterruptedException {
        String plan =
                """
                {"plan": {"kind": "ecs", "target": {"context": "c", "account": "1", "region": "r"},
                 "createdAt": "2026-03-01T12:00:00Z", "resources": []},
                 "following": {"untilProved": true, "watch": "PT0S"}}""";
        String id = json(post("/v1/operations", as("admin"), asking("plan.apply", plan)))
                .get("id")
                .textValue();
        String ruling = "{\"fingerprint\": %s, \"comment\": \"\"}"
                .formatted(approval(id).get("fingerprint"));

        assertThat(post("/v1/approvals/" + id + "/approve", as("admin"), ruling).body())
                .contains("may be the same person");
        assertThat(post("/v1/approvals/" + id + "/reject", as("admin"), ruling).statusCode())
                .isEqualTo(200);
        assertThat(ended(id)).isEqualTo("failed");
    }

    /** The events of an operation, the newest first, once its end is among them. */
    private static List<String> audited(String operation) throws IOException, InterruptedException {
        List<String> events = List.of();
        while (!events.contains("succeeded")) {
            String id = json(post("/v1/operations", as("viewer"), asking("ops.audit", "{\"limit\": 500}")))
                    .get("id")
                    .textValue();
            ended(id);
            JsonNode entries = json(get("/v1/operations/" + id, as("viewer")))
                    .get("result")
                    .get("entries");
            events = StreamSupport.stream(entries.spliterator(), false)
                    .filter(entry -> entry.path("operation").asText().equals(operation))
                    .map(entry -> entry.get("event").textValue())
                    .toList();
        }
        return events;
    }
}
