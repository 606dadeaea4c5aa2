package io.agentctl.plane;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.agentctl.control.catalogue.Catalogue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What is answered is what the OpenAPI document says; what does not fit is refused as a problem. */
class ApiIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String HERE = "{\"schemaVersion\":%d,\"useCase\":\"place.here\",\"request\":{},\"manner\":%s}";

    @TempDir
    private static Path folder;

    private static PlaneBench bench;
    private static URI base;
    private static JsonNode document;

    @BeforeAll
    static void start() throws Exception {
        bench = new PlaneBench(folder);
        base = URI.create("http://127.0.0.1:" + bench.instance(0).port());
        document = JSON.readTree(get("/openapi.json").body());
    }

    @AfterAll
    static void stop() {
        CLIENT.close();
        bench.close();
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(base.resolve(path)).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static String asking() throws IOException {
        return HERE.formatted(1, PlaneBench.usualManner());
    }

    /** An operation that is over. */
    private static String over(String key) throws Exception {
        String id = JSON.readTree(send("POST", "/v1/operations", asking(), "Idempotency-Key", key)
                        .body())
                .path("id")
                .asText();
        get("/v1/operations/" + id + "/events");
        return id;
    }

    private static Stream<Map.Entry<String, JsonNode>> paths() {
        return document.path("paths").properties().stream();
    }

    private static List<String> unfit(JsonNode schema, String body) throws IOException {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", document.path("components"));
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(whole)
                .validate(JSON.readTree(body))
                .stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> everyRouteAnswersAsTheDocumentSays() {
        return paths().flatMap(path -> path.getValue().properties().stream()
                .map(route -> DynamicTest.dynamicTest(
                        route.getKey() + " " + path.getKey(),
                        () -> answersAsItSays(path.getKey(), route.getKey(), route.getValue()))));
    }

    private static void answersAsItSays(String path, String method, JsonNode operation) throws Exception {
        if (path.endsWith("/stream")) {
            assertStreams(path);
            return;
        }
        String real = path.replace("{id}", over("of the route " + method + path));
        String body = operation.has("requestBody") ? asking() : "{}";
        HttpResponse<String> answer =
                method.equals("get") ? get(real) : send(method.toUpperCase(Locale.ROOT), real, body);
        String success = operation.path("responses").fieldNames().next();
        JsonNode said = operation.path("responses").path(success).path("content");
        if (path.endsWith("/undo")) {
            assertThat(answer.statusCode()).as("it changed nothing").isEqualTo(409);
            said = operation.path("responses").path("default").path("content");
        } else if (path.equals("/assets/{id}")) {
            assertThat(answer.statusCode()).as("no such file").isEqualTo(404);
            said = operation.path("responses").path("default").path("content");
        } else {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(Integer.parseInt(success));
        }
        String type = said.fieldNames().next();
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        if (said.path(type).has("schema")) {
            assertThat(unfit(said.path(type).path("schema"), answer.body())).isEmpty();
        }
        if (operation.has("requestBody")) {
            JsonNode schema = operation
                    .path("requestBody")
                    .path("content")
                    .path("application/json")
                    .path("schema");
            assertThat(unfit(schema, body)).isEmpty();
        }
    }

    /** It never ends. */
    private static void assertStreams(String path) throws Exception {
        HttpResponse<InputStream> answer =
                CLIENT.send(HttpRequest.newBuilder(base.resolve(path)).build(), BodyHandlers.ofInputStream());
        answer.body().close();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
    }

    @TestFactory
    Stream<DynamicTest> otherMethodsAreRefusedAndTheRightOnesNamed() {
        return paths().map(path -> DynamicTest.dynamicTest(path.getKey(), () -> {
            Set<String> right = Set.copyOf(new ArrayList<>(path.getValue().properties())
                    .stream()
                            .map(route -> route.getKey().toUpperCase(Locale.ROOT))
                            .toList());
            for (String method : List.of("GET", "POST", "PUT", "DELETE", "PATCH")) {
                if (right.contains(method)) {
                    continue;
                }
                HttpResponse<String> answer = send(method, path.getKey().replace("{id}", "run-1"), "{}");
                assertThat(answer.statusCode()).as(method).isEqualTo(405);
                assertThat(answer.headers().firstValue("Allow").orElse("").split(", "))
                        .containsExactlyInAnyOrderElementsOf(right);
                assertProblem(answer);
            }
        }));
    }

    private static void assertProblem(HttpResponse<String> answer) throws IOException {
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(answer.statusCode());
        assertThat(problem.path("detail").asText()).isNotBlank();
    }

    @Test
    void everyUseCaseIsDescribed() {
        assertThat(document.path("x-use-cases").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(
                        Catalogue.all().stream().map(useCase -> useCase.name()).toList());
        assertThat(document.findValuesAsText("$ref")).allSatisfy(reference -> assertThat(
                        document.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        for (String path : List.of(
                "/v1",
                "/assets/../../etc/passwd",
                "/assets/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
                "/v1/operations/",
                "/v1/operations/run-1",
                "/v1/../etc/passwd")) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertProblem(answer);
        }
    }

    @Test
    void aBodyThatDoesNotFitIsRefusedWithThePlace() throws Exception {
        Map<String, String> wrong = Map.of(
                "{\"schemaVersion\":\"x\",\"useCase\":\"place.here\",\"request\":{},\"manner\":null}",
                "/schemaVersion",
                HERE.formatted(1, "{\"color\":1}"),
                "/manner/color",
                HERE.formatted(1, PlaneBench.usualManner()).replace("\"request\":{}", "\"request\":{\"x\":1}"),
                "/x",
                "{",
                "the body:1",
                "",
                "empty");
        for (Map.Entry<String, String> each : wrong.entrySet()) {
            HttpResponse<String> answer = send("POST", "/v1/operations", each.getKey());
            assertThat(answer.statusCode()).as(each.getKey()).isEqualTo(422);
            assertThat(answer.body()).contains(each.getValue());
            assertProblem(answer);
        }
    }

    @Test
    void aCallerOfAnotherVersionHearsWhichSideToUpgrade() throws Exception {
        assertThat(send("POST", "/v1/operations", HERE.formatted(0, PlaneBench.usualManner()))
                        .body())
                .contains("Upgrade the caller.");
        assertThat(send("POST", "/v1/operations", HERE.formatted(99, PlaneBench.usualManner()))
                        .body())
                .contains("Upgrade the control plane.");
    }

    @Test
    void anotherContentTypeIsRefused() throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(base.resolve("/v1/operations"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(asking()))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertProblem(answer);
    }

    @Test
    void oneKeyIsOneRunAndNotAnotherOne() throws Exception {
        JsonNode first = JSON.readTree(send("POST", "/v1/operations", asking(), "Idempotency-Key", "twice")
                .body());
        HttpResponse<String> second = send("POST", "/v1/operations", asking(), "Idempotency-Key", "twice");
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(second.body()).path("id")).isEqualTo(first.path("id"));

        String other = asking().replace("place.here", "place.services");
        HttpResponse<String> third = send("POST", "/v1/operations", other, "Idempotency-Key", "twice");
        assertThat(third.statusCode()).isEqualTo(409);
        assertProblem(third);
        assertThat(send("POST", "/v1/operations", asking(), "Idempotency-Key", "x".repeat(129))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void badCursorsLimitsAndEventNumbersAreRefused() throws Exception {
        assertThat(get("/v1/operations?limit=0").statusCode()).isEqualTo(400);
        assertThat(get("/v1/operations?limit=1e9").statusCode()).isEqualTo(400);
        assertThat(get("/v1/operations?after=").statusCode()).isEqualTo(200);
        assertThat(get("/v1/operations?after=%00nonsense").statusCode()).isEqualTo(200);
        HttpRequest follow = HttpRequest.newBuilder(base.resolve("/v1/operations/" + over("bad number") + "/events"))
                .header("Last-Event-ID", "-1")
                .build();
        assertThat(CLIENT.send(follow, BodyHandlers.ofString()).statusCode()).isEqualTo(400);
    }

    @Test
    void aBodyThatIsTooLongIsRefusedBeforeItIsRead() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), base.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /v1/operations HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 99999999\r\n\r\n{")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertThat(firstLine(socket)).contains("413");
        }
    }

    @Test
    void aBodyThatIsTooLongInChunksIsRefusedToo() throws Exception {
        byte[] long9 = new byte[9 << 20];
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(base.resolve("/v1/operations"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(long9)))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isIn(400, 413);
    }

    private static String firstLine(Socket socket) throws IOException {
        socket.setSoTimeout(60_000);
        InputStream in = socket.getInputStream();
        StringBuilder line = new StringBuilder();
        for (int sign = in.read(); sign >= 0 && sign != '\n'; sign = in.read()) {
            line.append((char) sign);
        }
        return line.toString();
    }

    @Test
    void whoSendsTooSlowlyIsCutOff() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), base.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /v1/operations HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 1000\r\n\r\n{")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertThat(firstLine(socket)).as("closed, or refused").doesNotContain("20");
        }
    }

    @Test
    void itCountsWhatItDoes() throws Exception {
        over("counted");
        assertThat(get("/metrics").body())
                .contains("agentctl_operations_total{state=\"SUCCEEDED\",use_case=\"place.here\"}")
                .contains("agentctl_followers 0.0")
                .contains("agentctl_requests_total{route=\"/v1/operations\",status=\"202\"}");
    }
}
