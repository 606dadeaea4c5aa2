package io.agentctl.plane;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.json.JsonText;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.place.Manner;
import java.io.IOException;
import java.io.InputStream;
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
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A control plane that asks who calls, with a token for each role, and somebody who asks over HTTP. */
final class TeamBench implements AutoCloseable {

    /** Names of tokens; that of nothing has no role. */
    static final List<String> ROLES = List.of("viewer", "operator", "approver", "admin", "nothing");

    static final String AUDIENCE = "http://plane.test";

    private static final String SECRET = "SECRETSECRETSECRETSECRETSECRETSECRETSECRETS";
    private static final String MANNER = RecordTree.of(Manner.USUAL).toString();

    private final HttpClient http = HttpClient.newHttpClient();
    private final StringWriter log = new StringWriter();
    private final PlaneBench bench;
    private final String url;

    /** @param more of the configuration */
    TeamBench(Path folder, String more) throws IOException {
        this(folder, more, new PlaneBench(folder));
    }

    TeamBench(Path folder, String more, PlaneBench place) throws IOException {
        bench = place;
        Path tokens = Files.writeString(folder.resolve("tokens.yaml"), tokens());
        ControlPlaneService service = bench.instance(
                """
                server: {port: 0}
                limits: {rate: 1000, burst: 1000}
                identity: {audience: %s, tokens: %s}
                %s"""
                        .formatted(AUDIENCE, tokens, more),
                log);
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

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    String url() {
        return url;
    }

    /** What the control plane has logged. */
    String log() {
        return log.toString();
    }

    PlaneBench place() {
        return bench;
    }

    @Override
    public void close() {
        http.close();
        bench.close();
    }

    static String token(String name) {
        return "agentctl." + name + "." + SECRET;
    }

    static Map<String, String> as(String role) {
        return Map.of("Authorization", "Bearer " + token(role));
    }

    Map<String, String> signed(String audience) {
        return bench.signed(audience);
    }

    HttpResponse<String> send(String method, String path, Map<String, String> headers, String body)
            throws IOException, InterruptedException {
        return http.send(request(method, path, headers, body), BodyHandlers.ofString());
    }

    private HttpRequest request(String method, String path, Map<String, String> headers, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        headers.forEach(request::header);
        return request.build();
    }

    /** The status of an answer, whose body may never end. */
    int status(String method, String path, Map<String, String> headers, String body)
            throws IOException, InterruptedException {
        HttpResponse<InputStream> answer =
                http.send(request(method, path, headers, body), BodyHandlers.ofInputStream());
        answer.body().close();
        return answer.statusCode();
    }

    HttpResponse<String> get(String path, Map<String, String> headers) throws IOException, InterruptedException {
        return send("GET", path, headers, "");
    }

    HttpResponse<String> post(String path, Map<String, String> headers, String body)
            throws IOException, InterruptedException {
        return send("POST", path, headers, body);
    }

    static JsonNode json(HttpResponse<String> response) {
        return JsonText.read("answer", response.body());
    }

    static String asking(String useCase, String request) {
        return """
                {"schemaVersion": 1, "useCase": "%s", "request": %s,
                 "manner": %s}"""
                .formatted(useCase, request, MANNER);
    }

    JsonNode approval(String id) throws IOException, InterruptedException {
        JsonNode approvals = json(get("/v1/approvals", as("approver"))).get("approvals");
        return StreamSupport.stream(approvals.spliterator(), false)
                .filter(approval -> approval.get("id").textValue().equals(id))
                .findFirst()
                .orElseThrow();
    }

    String ended(String id) throws IOException, InterruptedException {
        String state = "running";
        while (List.of("waiting", "running").contains(state)) {
            Thread.sleep(100);
            state = json(get("/v1/operations/" + id, as("admin"))).get("state").textValue();
        }
        return state;
    }
}
