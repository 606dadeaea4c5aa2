package io.agentctl.plane;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.json.JsonText;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.place.Manner;
import io.agentctl.control.remote.identity.PlaneCredentials;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may do what, over HTTP. */
class TeamIT {

    private static final String SECRET = "SECRETSECRETSECRETSECRETSECRETSECRETSECRETS";
    private static final String MANNER = RecordTree.of(Manner.USUAL).toString();
    private static final List<String> ROLES = List.of("viewer", "operator", "approver", "admin", "nothing");
    private static final StringWriter LOG = new StringWriter();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path folder;

    private static PlaneBench bench;
    private static String url;

    @BeforeAll
    static void start() throws IOException {
        bench = new PlaneBench(folder);
        Path tokens = Files.writeString(folder.resolve("tokens.yaml"), tokens());
        ControlPlaneService service = bench.instance(
                """
                server: {port: 0}
                limits: {rate: 1000, burst: 1000}
                identity:
                  audience: http://plane.test
                  sts: %s
                  tokens: %s
                grants:
                  - {to: arn:aws:iam::*:role/sandbox-operator, roles: [operator], capabilities: [ecs, ops]}
                approvals:
                  rules:
                    - {useCases: plan.apply}
                """
                        .formatted(bench.endpoint(), tokens),
                LOG);
        url = "http://127.0.0.1:" + service.port();
    }

    private static String tokens() {
        StringBuilder text = new StringBuilder("tokens:\n");
        for (String role : ROLES) {
            text.append("  - {name: %s, sha256: %s, roles: [%s], expires: 2100-01-01T00:00:00Z}\n"
                    .formatted(role, sha256(token(role)), role.equals("nothing") ? "" : role));
        }
        return text.toString();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @AfterAll
    static void stop() throws Exception {
        bench.close();
    }

    private static String token(String name) {
        return "agentctl." + name + "." + SECRET;
    }

    private static Map<String, String> as(String role) {
        return Map.of("Authorization", "Bearer " + token(role));
    }

    private static Map<String, String> signed(String audience) {
        return bench.signed(audience);
    }

    private static HttpResponse<String> send(String method, String path, Map<String, String> headers, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        headers.forEach(request::header);
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String path, Map<String, String> headers)
            throws IOException, InterruptedException {
        return send("GET", path, headers, "");
    }

    private static HttpResponse<String> post(String path, Map<String, String> headers, String body)
            throws IOException, InterruptedException {
        return send("POST", path, headers, body);
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonText.read("answer", response.body());
    }

    private static String asking(String useCase, String request) {
        return """
                {"schemaVersion": 1, "useCase": "%s", "request": %s,
                 "manner": %s}"""
                .formatted(useCase, request, MANNER);
    }

    @Test
    void whoShowsNothingOrNothingGoodIsLetInNowhere() throws IOException, InterruptedException {
        JsonNode paths = json(get("/openapi.json", Map.of())).get("paths");
        List<String> open = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                String name = method.getKey().toUpperCase(Locale.ROOT);
                String at = path.getKey().replace("{id}", "x");
                if (send(name, at, Map.of(), "").statusCode() != 401) {
                    open.add(name + " " + path.getKey());
                } else {
                    assertThat(send(name, at, as("operator2"), "").statusCode())
                            .as(name + " " + at)
                            .isEqualTo(401);
                }
            }
        }

        assertThat(open).containsExactlyInAnyOrder("GET /health", "GET /metrics");
    }

    @Test
    void everyUseCaseIsForItsRolesOnly() throws IOException, InterruptedException {
        JsonNode offers = json(get("/v1/use-cases", as("viewer"))).get("useCases");
        for (JsonNode offer : offers) {
            for (String role : ROLES) {
                boolean reads = offer.get("access").textValue().equals("read");
                boolean may = !role.equals("nothing")
                        && (reads || List.of("operator", "admin").contains(role));
                // No request fits a number: who may ask is told so, and nothing runs.
                int status = post(
                                "/v1/operations",
                                as(role),
                                asking(offer.get("name").textValue(), "17"))
                        .statusCode();

                assertThat(status).as(role + " " + offer.get("name")).isEqualTo(may ? 422 : 403);
            }
        }
        assertThat(offers).hasSizeGreaterThan(30);
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
        assertThat(LOG.toString()).doesNotContain(made);
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
        assertThat(LOG.toString()).doesNotContain(secret);
    }

    @Test
    void theClientSignsInByItself() throws IOException, InterruptedException {
        PlaneCredentials credentials =
                new PlaneCredentials(URI.create(url), () -> signed("http://plane.test"), Clock.systemUTC());

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
        assertThat(post("/v1/operations", Map.of("Cookie", shown, "Origin", url), wanted)
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
        assertThat(post("/v1/operations", Map.of("Cookie", shown, "Origin", url, "x-agentctl-csrf", csrf), wanted)
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

    private static JsonNode approval(String id) throws IOException, InterruptedException {
        JsonNode approvals = json(get("/v1/approvals", as("approver"))).get("approvals");
        return StreamSupport.stream(approvals.spliterator(), false)
                .filter(approval -> approval.get("id").textValue().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String ended(String id) throws IOException, InterruptedException {
        String state = "running";
        while (List.of("waiting", "running").contains(state)) {
            Thread.sleep(100);
            state = json(get("/v1/operations/" + id, as("admin"))).get("state").textValue();
        }
        return state;
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
