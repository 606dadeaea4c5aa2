package io.agentctl.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A caller's view of dispatches: results, denials, and everything that is refused. */
class DispatchIT {

    private static final String ROUTES =
            """
            backends: {echo: {target: "echo:"}}
            routes: {call_reasoning: echo, "tool_*": echo}
            telemetry: {accessLog: all, decisionLog: all}
            limits: {body: 2KiB, depth: 5}
            """;

    @TempDir
    static Path folder;

    private static TestRuntime runtime;

    @BeforeAll
    static void start() {
        runtime = TestRuntime.start(folder, ROUTES);
    }

    @AfterAll
    static void stop() {
        runtime.close();
    }

    @Test
    void anAllowedRequestHasItsDecisionAndTheBackEndsResult() {
        HttpResponse<String> response =
                runtime.dispatch("{\"intent\":\"call_reasoning\",\"context\":{\"max_tokens\":100}}");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(response.body())
                .startsWith("{\"decision\":{\"id\":\"")
                .contains("\"effect\":\"allow\",\"policy\":\"token-cap\",\"version\":\"draft\",\"rule\":\"usual\"")
                .endsWith("\"result\":{\"max_tokens\":100}}");
    }

    @Test
    void aDeniedRequestIsToldWhichRuleAndWhy() {
        HttpResponse<String> response =
                runtime.dispatch("{\"intent\":\"tool_search\",\"context\":{\"max_tokens\":9000}}");
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body())
                .contains("\"type\":\"https://agentctl.io/problems/denied\"")
                .contains("\"policy\":\"token-cap\"", "\"version\":\"draft\"", "\"rule\":\"cap\"")
                .contains("\"message\":\"at most 8000 tokens\"", "\"decisionId\":\"");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "no JSON                | {intent                                          | 400 | ``",
                "an array               | []                                               | 400 | ``",
                "nothing                | ``                                               | 400 | ``",
                "a number               | 7                                                | 400 | ``",
                "something after it     | {\"intent\":\"call_reasoning\"} {}               | 400 | ``",
                "cut off in an object   | {\"intent\":\"call_reasoning\",\"context\":{\"a\":1 | 400 | ``",
                "cut off in a list      | {\"intent\":\"call_reasoning\",\"context\":{\"a\":[1 | 400 | ``",
                "no intent              | {\"context\":{}}                                 | 400 | /intent",
                "an intent of null      | {\"intent\":null}                                | 400 | /intent",
                "an empty intent        | {\"intent\":\"\"}                                | 400 | /intent",
                "a number for an intent | {\"intent\":7}                                   | 400 | /intent",
                "a second intent        | {\"intent\":\"call_reasoning\",\"intent\":\"x\"} | 400 | /intent",
                "a second context       | {\"intent\":\"call_reasoning\",\"context\":{},\"context\":{}} | 400 |"
                        + " /context",
                "a list for a context   | {\"intent\":\"call_reasoning\",\"context\":[]}   | 400 | /context",
                "an unknown member      | {\"intent\":\"call_reasoning\",\"a/b\":1}        | 400 | /a~1b",
                "a key twice            | {\"intent\":\"call_reasoning\",\"context\":{\"a\":{\"b\":1,\"b\":1}}} | 400"
                        + " | /context/a/b",
                "a null twice           | {\"intent\":\"call_reasoning\",\"context\":{\"a\":null,\"a\":null}} | 400 |"
                        + " /context/a",
                "text for a number      | {\"intent\":\"call_reasoning\",\"context\":{\"max_tokens\":\"9\"}} | 400 |"
                        + " /context/max_tokens",
                "a number for a text    | {\"intent\":\"call_reasoning\",\"context\":{\"model\":9}} | 400 |"
                        + " /context/model",
                "a number in a list     | {\"intent\":\"call_reasoning\",\"context\":{\"tools\":[\"a\",1]}} | 400 |"
                        + " /context/tools/1",
                "a huge integer         | {\"intent\":\"call_reasoning\",\"context\":{\"a\":[1,99999999999999999999]}}"
                        + " | 400 | /context/a/1",
                "a huge number          | {\"intent\":\"call_reasoning\",\"context\":{\"a\":1e999}} | 400 | /context/a",
                "not a number           | {\"intent\":\"call_reasoning\",\"context\":{\"a\":NaN}} | 400 | ``",
                "too deep               | {\"intent\":\"call_reasoning\",\"context\":{\"a\":[[[[1]]]]}} | 400 |"
                        + " /context/a/0/0/0",
                "an unknown intent      | {\"intent\":\"call_nobody\"}                     | 422 | /intent"
            })
    void isRefusedWithAPointerAndNeverDispatched(String name, String body, int status, String pointer) {
        List<String> before = decisions();
        HttpResponse<String> response = runtime.dispatch(body);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body()).contains("\"status\":" + status, "\"pointer\":\"" + pointer + "\"");
        assertThat(decisions()).isEqualTo(before);
    }

    /** How many were made; nothing is carried out without one. */
    private static List<String> decisions() {
        return runtime.get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("agentctl_decisions_total"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " { \"context\" :  {\"é\": [1, {}], \"b\":\"}\"}  , \"intent\" : \"call_reasoning\" } ",
                "{\"intent\":\"call_reasoning\",\"context\":{\"é\": [1, {}], \"b\":\"}\"}}"
            })
    void anEchoIsTheContextByteForByte(String body) {
        assertThat(runtime.dispatch(body).body()).endsWith("\"result\":{\"é\": [1, {}], \"b\":\"}\"}}");
    }

    @Test
    void withoutAContextNullIsEchoed() {
        assertThat(runtime.dispatch("{\"intent\":\"call_reasoning\"}").body()).endsWith("\"result\":null}");
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        byte[] body =
                "{\"intent\":\"call_reasoning\",\"context\":{\"a\":\"\u00e9\"}}".getBytes(StandardCharsets.ISO_8859_1);
        HttpResponse<String> response = runtime.send(runtime.request("/dispatch")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body)));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("problems/bad-request", "\"pointer\":\"\"");
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWhetherItSaysSoOrNot() {
        String body = "{\"intent\":\"call_reasoning\",\"context\":{\"a\":\"" + "x".repeat(4000) + "\"}}";
        List<String> before = decisions();
        HttpResponse<String> stated = runtime.dispatch(body);
        assertThat(stated.statusCode()).isEqualTo(413);
        assertThat(stated.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(stated.body()).contains("problems/too-large");
        HttpResponse<String> chunked = runtime.send(runtime.request("/dispatch")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))));
        assertThat(chunked.statusCode()).isEqualTo(413);
        assertThat(chunked.body()).contains("problems/too-large");
        assertThat(decisions()).isEqualTo(before);
    }

    @Test
    void aChunkedBodyIsRead() {
        String body = "{\"intent\":\"call_reasoning\",\"context\":{\"a\":\"" + "x".repeat(1000) + "\"}}";
        HttpResponse<String> response = runtime.send(runtime.request("/dispatch")
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))));
        assertThat(response.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void onlyPostDispatches(String method) {
        HttpResponse<String> response =
                runtime.send(runtime.request("/dispatch").method(method, BodyPublishers.noBody()));
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).hasValue("POST");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body()).contains("problems/method-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/json; charset=latin1", "application/jsonp", "multipart/form-data"})
    void otherMediaTypesAreRefused(String type) {
        HttpResponse<String> response = runtime.send(runtime.request("/dispatch")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("{\"intent\":\"call_reasoning\"}")));
        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body()).contains("problems/unsupported-media-type");
    }

    @Test
    void aPathThatIsNotThereIsAProblemToo() {
        HttpResponse<String> response = runtime.get("/dispatsch");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void aTraceIsPassedOnAndARequestKeepsItsId() {
        HttpRequest.Builder request = runtime.request("/dispatch")
                .header("Content-Type", "application/json")
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .header("x-request-id", "order-17")
                .POST(BodyPublishers.ofString("{\"intent\":\"call_reasoning\"}"));
        HttpResponse<String> response = runtime.send(request);
        assertThat(response.headers().firstValue("x-request-id")).hasValue("order-17");
        assertThat(response.headers().firstValue("traceparent").orElse(""))
                .matches("00-4bf92f3577b34da6a3ce929d0e0e4736-(?!00f067aa0ba902b7)[0-9a-f]{16}-01");
    }

    @Test
    void logsSayWhatHappenedAndHideWhatIsMasked() throws InterruptedException {
        HttpResponse<String> response = runtime.send(runtime.request("/dispatch")
                .header("Content-Type", "application/json")
                .header("x-request-id", "masked-1")
                .POST(BodyPublishers.ofString(
                        "{\"intent\":\"tool_x\",\"context\":{\"prompt\":\"forbidden words\",\"user_id\":\"u1\"}}")));
        assertThat(response.body()).contains("not allowed: forbidden words");
        String log = runtime.logWith("\"user_id\":\"u1\"");
        assertThat(log)
                .contains("\"prompt\":{\"$masked\":true}", "\"message\":\"not allowed: ***\"", "\"user_id\":\"u1\"");
        assertThat(log).doesNotContain("forbidden words");
    }

    @Test
    void openApiAndMetricsAreServed() {
        assertThat(runtime.get("/openapi.json").body()).contains("\"/dispatch\"");
        runtime.dispatch("{\"intent\":\"call_reasoning\"}");
        assertThat(runtime.get("/metrics").body())
                .contains("agentctl_dispatches_total{problem=\"\",status=\"200\"}")
                .contains("agentctl_dispatch_seconds_bucket", "agentctl_policy_generation 1.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/live", "/health/ready", "/health/started"})
    void healthIsUp(String path) {
        HttpResponse<String> response = runtime.get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).startsWith("{\"status\":\"UP\"");
    }
}
