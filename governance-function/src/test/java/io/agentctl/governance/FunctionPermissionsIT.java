package io.agentctl.governance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentctl.policies.document.PolicyId;
import io.agentctl.policies.store.Candidate;
import io.agentctl.policies.store.HeadChange;
import io.agentctl.policies.store.HeadUpdate;
import io.agentctl.sandbox.Sandbox;
import io.agentctl.sandbox.http.AskedOfIam;
import io.agentctl.sandbox.world.World;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the function calls is what its role is allowed, and nothing else. */
class FunctionPermissionsIT {

    /** Lambda writes what a function prints, as the function. */
    private static final Set<String> BY_LAMBDA = Set.of("logs:CreateLogStream", "logs:PutLogEvents");

    private Instant now = Instant.parse("2026-11-24T15:00:00Z");

    /** Long after it has read the policies it looks whether they are still those in force. */
    @Test
    void itsRoleAllowsWhatItCallsAndNoMore() throws IOException {
        try (Sandbox sandbox = Sandbox.start(World.defaultWorld(1))) {
            Operator operator = new Operator(sandbox.endpoint());
            tryACanary(operator);
            sandbox.calls().clear();
            GovernanceHandler handler = new GovernanceHandler(
                    Map.of("AGENTCTL_ENVIRONMENT", "tried"),
                    Operator.client(DynamoDbClient.builder(), sandbox.endpoint()),
                    new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                    () -> now);
            for (int session = 0; session < 200; session++) {
                ask(handler, session);
            }
            now = now.plus(Duration.ofMinutes(10));
            ask(handler, 200);

            Set<String> called = sandbox.calls().all().stream()
                    .flatMap(AskedOfIam::by)
                    .map(AskedOfIam::action)
                    .collect(Collectors.toCollection(TreeSet::new));
            called.addAll(BY_LAMBDA);
            assertThat(called).isEqualTo(allowed());
        }
    }

    /** One that denies so much more that the function takes it back. */
    private static void tryACanary(Operator operator) {
        PolicyId policy = new PolicyId("token-cap");
        operator.enforce("tried", Operator.cap(1000));
        operator.enforce("elsewhere", Operator.cap(10));
        Candidate candidate = new Candidate(
                policy,
                operator.store().head("elsewhere").version(policy).orElseThrow(),
                Candidate.Kind.CANARY,
                50,
                new Candidate.Bound(20, 0.01, 0.05));
        operator.store()
                .update(HeadUpdate.of(
                        operator.store().head("tried"), List.of(new HeadChange.Try(candidate)), "alice", "try"));
    }

    private static void ask(GovernanceHandler handler, int session) throws IOException {
        String question =
                "{\"intent\":\"a\",\"context\":{\"max_tokens\":50,\"session_id\":\"s%d\"}}".formatted(session);
        handler.handleRequest(
                new ByteArrayInputStream(question.getBytes(StandardCharsets.UTF_8)),
                new ByteArrayOutputStream(),
                GovernanceHandlerIT.context("r-1"));
    }

    private static Set<String> allowed() throws IOException {
        Set<String> actions = new TreeSet<>();
        new ObjectMapper()
                .readTree(Path.of("../dist/iam/governance-function.json").toFile())
                .findValues("Action")
                .forEach(list -> list.forEach(action -> actions.add(action.asText())));
        return actions;
    }
}
