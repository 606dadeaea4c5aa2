package io.agentctl.governance;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentctl.policies.document.PolicyId;
import io.agentctl.policies.store.Candidate;
import io.agentctl.policies.store.HeadChange;
import io.agentctl.policies.store.HeadUpdate;
import io.agentctl.sandbox.Sandbox;
import io.agentctl.sandbox.fault.FaultKind;
import io.agentctl.sandbox.fault.FaultRule;
import io.agentctl.sandbox.world.World;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The handler in this process, with policies of a table, and a clock that is moved by hand. */
class GovernanceHandlerIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static Sandbox sandbox;
    private static Operator operator;

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private Instant now = Instant.parse("2026-11-24T15:00:00Z");

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(World.defaultWorld(1));
        operator = new Operator(sandbox.endpoint());
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @AfterEach
    void repair() {
        sandbox.faults().clear();
    }

    private GovernanceHandler handler(String environment) {
        return new GovernanceHandler(
                Map.of("AGENTCTL_ENVIRONMENT", environment),
                Operator.client(DynamoDbClient.builder(), sandbox.endpoint()),
                new PrintStream(log, true, StandardCharsets.UTF_8),
                () -> now);
    }

    private static JsonNode ask(GovernanceHandler handler, String payload) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            handler.handleRequest(
                    new ByteArrayInputStream(payload.getBytes(StandardCharsets.UTF_8)), answer, context("r-1"));
            return JSON.readTree(answer.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Context context(String id) {
        return (Context) Proxy.newProxyInstance(
                GovernanceHandlerIT.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (self, method, arguments) -> method.getName().equals("getAwsRequestId") ? id : null);
    }

    private static JsonNode tokens(GovernanceHandler handler, int tokens) {
        return ask(handler, "{\"intent\":\"any\",\"context\":{\"max_tokens\":%d}}".formatted(tokens));
    }

    @Test
    void whatIsActivatedDecidesFromTheNextLookOn() {
        long first = operator.enforce("follow", Operator.cap(100));
        GovernanceHandler handler = handler("follow");
        JsonNode denied = tokens(handler, 150);

        assertThat(denied.path("status").intValue()).isEqualTo(403);
        assertThat(denied.path("effect").textValue()).isEqualTo("deny");
        assertThat(denied.path("reason").textValue()).isEqualTo("denied");
        assertThat(denied.path("policy").textValue()).isEqualTo("token-cap");
        assertThat(denied.path("version").textValue()).isNotEmpty();
        assertThat(denied.path("rule").textValue()).isEqualTo("cap");
        assertThat(denied.path("message").textValue()).isEqualTo("at most 100 tokens");
        assertThat(denied.path("generation").longValue()).isEqualTo(first);
        assertThat(denied.path("id").textValue()).isEqualTo("r-1");
        assertThat(denied.path("micros").isIntegralNumber()).isTrue();
        assertThat(denied.path("policies").path("count").intValue()).isEqualTo(1);

        operator.enforce("follow", Operator.cap(200));
        now = now.plusMillis(400);
        JsonNode before = tokens(handler, 150);
        assertThat(before.path("status").intValue()).isEqualTo(403);
        assertThat(before.path("policies").path("ageMillis").longValue()).isEqualTo(400);
        now = now.plusMillis(101);
        assertThat(tokens(handler, 150).path("status").intValue()).isEqualTo(200);
    }

    @Test
    void withoutTheTableTheLastGoodPoliciesDecideAndTheAnswerSaysHowOldTheyAre() {
        operator.enforce("outage", Operator.cap(100));
        GovernanceHandler handler = handler("outage");
        sandbox.faults().add(FaultRule.always(FaultKind.SERVER_ERROR).on("dynamodb", ""));
        now = now.plusSeconds(30);
        JsonNode denied = tokens(handler, 150);

        assertThat(denied.path("status").intValue()).isEqualTo(403);
        assertThat(denied.path("policies").path("ageMillis").longValue()).isEqualTo(30_000);
        assertThat(denied.path("policies").path("unreachableSince").textValue()).isEqualTo("2026-11-24T15:00:30Z");
        assertThat(tokens(handler, 50).path("status").intValue()).isEqualTo(200);
        int calls = sandbox.calls().all().size();
        tokens(handler, 50);
        assertThat(sandbox.calls().all())
                .as("not every request asks a store that fails")
                .hasSize(calls);

        sandbox.faults().clear();
        now = now.plusSeconds(6);
        assertThat(tokens(handler, 50).path("policies").has("unreachableSince")).isFalse();
    }

    @Test
    void aVersionThatCannotBeEnforcedLeavesTheOldOneInForceAndIsNamed() {
        operator.enforce("broken", Operator.cap(100));
        GovernanceHandler handler = handler("broken");
        operator.enforce("broken", Operator.cap(100).replace("max_tokens", "max_tokns"));
        now = now.plusSeconds(1);

        JsonNode denied = tokens(handler, 150);
        assertThat(denied.path("rule").textValue()).isEqualTo("cap");
        assertThat(denied.path("policies").path("problem").textValue()).contains("max_tokns");
    }

    @Test
    void withoutPoliciesEverythingIsDenied() {
        JsonNode nothingActivated = tokens(handler("empty"), 1);
        assertThat(nothingActivated.path("status").intValue()).isEqualTo(403);
        assertThat(nothingActivated.path("reason").textValue()).isEqualTo("no_policy");

        sandbox.faults().add(FaultRule.always(FaultKind.SERVER_ERROR).on("dynamodb", ""));
        JsonNode nothingLoaded = tokens(handler("empty"), 1);
        assertThat(nothingLoaded.path("reason").textValue()).isEqualTo("no_policy");
        assertThat(nothingLoaded.path("message").textValue()).contains("no policies were loaded yet");
    }

    @Test
    void whatCannotBeUnderstoodIsAnAnswerThatSaysWhere() {
        operator.enforce("strict", Operator.cap(100));
        GovernanceHandler handler = handler("strict");

        assertProblem(ask(handler, "not json"), "");
        assertProblem(ask(handler, "[]"), "");
        assertProblem(ask(handler, ""), "");
        assertProblem(ask(handler, "{}"), "/intent");
        assertProblem(ask(handler, "{\"intent\":\"a\",\"contxt\":{}}"), "/contxt");
        assertProblem(ask(handler, "{\"intent\":\"a\",\"context\":{\"max_tokens\":\"many\"}}"), "/context/max_tokens");
        assertProblem(ask(handler, "{\"intent\":\"a\",\"environment\":\"lax\"}"), "/environment");
        assertProblem(ask(handler, "{\"intent\":\"a\",\"environment\":null}"), "/environment");
        assertProblem(ask(handler, "{\"intent\":\"a\",\"arrival\":{\"size\":-1}}"), "/arrival/size");
        assertProblem(ask(handler, "{\"intent\":\"a\",\"arrival\":{\"soze\":1}}"), "/arrival/soze");
        assertProblem(ask(handler, "{\"intent\":\"a\",\"arrival\":[]}"), "/arrival");
        assertThat(ask(handler, "{\"intent\":\"a\",\"environment\":\"strict\"}")
                        .path("status")
                        .intValue())
                .isEqualTo(200);
    }

    private static void assertProblem(JsonNode problem, String pointer) {
        assertThat(problem.path("status").intValue()).as(problem.toString()).isEqualTo(400);
        assertThat(problem.path("type").textValue()).isEqualTo("https://agentctl.io/problems/bad-request");
        assertThat(problem.path("pointer").textValue()).isEqualTo(pointer);
        assertThat(problem.path("detail").textValue()).isNotEmpty();
    }

    @Test
    void whatThePoliciesMaskIsNotInTheLog() {
        operator.enforce("masked", Operator.cap(100));
        GovernanceHandler handler = handler("masked");

        JsonNode denied = ask(handler, "{\"intent\":\"a\",\"context\":{\"prompt\":\"a forbidden secret\"}}");
        assertThat(denied.path("message").textValue()).isEqualTo("not allowed: a forbidden secret");
        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("\"log\":\"decision\"", "\"id\":\"r-1\"", "$masked", "not allowed: ***")
                .doesNotContain("secret");
    }

    @Test
    void countsOfTheCallerGoBeforeThoseOfThisEnvironment() {
        operator.enforce("counted", Operator.cap(100));
        GovernanceHandler handler = handler("counted");
        String own = "{\"intent\":\"a\",\"context\":{\"tenant\":\"t\"}%s}";

        for (int request = 0; request < 100; request++) {
            assertThat(ask(handler, own.formatted("")).path("status").intValue())
                    .isEqualTo(200);
        }
        assertThat(ask(handler, own.formatted("")).path("rule").textValue()).isEqualTo("busy");
        assertThat(ask(handler, own.formatted(",\"arrival\":{\"usage\":{\"tenant_requests_last_minute\":3}}"))
                        .path("status")
                        .intValue())
                .isEqualTo(200);
    }

    @Test
    void aHostilePolicyIsCutOff() {
        operator.enforce("hostile", Operator.hostile());
        GovernanceHandler handler = handler("hostile");
        String tools =
                IntStream.range(0, 500).mapToObj(tool -> "\"t" + tool + "\"").collect(Collectors.joining(","));
        String payload = "{\"intent\":\"a\",\"context\":{\"tools\":[%s]}}".formatted(tools);
        ask(handler, payload);

        long began = System.nanoTime();
        JsonNode denied = ask(handler, payload);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));
        assertThat(denied.path("status").intValue()).isEqualTo(403);
        assertThat(denied.path("reason").textValue()).isEqualTo("error");
    }

    @Test
    void aCanaryBeyondItsBoundIsDroppedForEverybody() {
        operator.enforce("tried", Operator.cap(1000));
        PolicyId policy = new PolicyId("token-cap");
        long canary = operator.enforce("elsewhere", Operator.cap(10));
        Candidate candidate = new Candidate(
                policy,
                operator.store().head("elsewhere").version(policy).orElseThrow(),
                Candidate.Kind.CANARY,
                50,
                new Candidate.Bound(20, 0.01, 0.05));
        operator.store()
                .update(HeadUpdate.of(
                        operator.store().head("tried"), List.of(new HeadChange.Try(candidate)), "alice", "try"));
        GovernanceHandler handler = handler("tried");

        long denied = IntStream.range(0, 200)
                .filter(session -> ask(
                                        handler,
                                        "{\"intent\":\"a\",\"context\":{\"max_tokens\":50,\"session_id\":\"s%d\"}}"
                                                .formatted(session))
                                .path("status")
                                .intValue()
                        == 403)
                .count();
        assertThat(canary).isPositive();
        assertThat(denied).isBetween(20L, 40L);
        assertThat(operator.store().head("tried").candidate()).isEmpty();
        assertThat(operator.store().head("tried").actor()).startsWith("function ");
    }
}
