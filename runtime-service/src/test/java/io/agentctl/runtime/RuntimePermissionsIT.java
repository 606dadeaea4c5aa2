package io.agentctl.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentctl.policies.store.Candidate;
import io.agentctl.sandbox.Sandbox;
import io.agentctl.sandbox.http.AskedOfIam;
import io.agentctl.sandbox.world.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the runtime calls is what its role is allowed, and nothing else. */
class RuntimePermissionsIT {

    private static final World WORLD = World.parse(
            """
            history: 1h
            lambda: {timeScale: 0}
            queues: [{name: acme-mail}]
            functions:
              - {name: acme-reasoning, memory: 512, model: {cpu: 1ms, latency: 1ms}, answer: {fixed: {status: 200}}}
            """,
            Path.of("."));

    private static final String CONFIGURATION =
            """
            backends:
              reasoning: {target: "lambda:acme-reasoning"}
              mail: {target: "sqs:acme-mail"}
            routes: {call_reasoning: reasoning, send_mail: mail}
            telemetry: {cloudWatch: put, recordShare: 1}
            """;

    private final Set<String> called = new TreeSet<>();

    @Test
    void itsRoleAllowsWhatItCallsAndNoMore() throws IOException, InterruptedException {
        try (Sandbox sandbox = Sandbox.start(WORLD);
                TestStore store = TestStore.create(sandbox.endpoint())) {
            store.activate(store.publish(TestRuntime.POLICY));
            sandbox.calls().clear();
            try (TestRuntime runtime = TestRuntime.ofStore(sandbox.endpoint(), CONFIGURATION)) {
                dispatch(runtime, "call_reasoning", 0);
                dispatch(runtime, "send_mail", 0);
                note(sandbox);
                dropACanary(sandbox, store, runtime);
            }
            note(sandbox);
        }

        assertThat(called).isEqualTo(allowed());
    }

    /** One that denies so much more that the runtime takes it back. */
    private void dropACanary(Sandbox sandbox, TestStore store, TestRuntime runtime) throws InterruptedException {
        long generation = store.attempt(new Candidate(
                        TestStore.POLICY,
                        store.publish(TestRuntime.POLICY.replace("8000", "10")),
                        Candidate.Kind.CANARY,
                        50,
                        new Candidate.Bound(20, 0.01, 0.05)))
                .generation();
        // What an operator called is none of the runtime's calls.
        sandbox.calls().clear();
        GovernanceIT.await(() -> runtime.get("/health").body().contains("\"generation\":" + generation));
        for (int session = 0; session < 200; session++) {
            dispatch(runtime, "call_reasoning", session);
        }
        assertThat(runtime.logWith("trial.dropped")).contains("token-cap");
        note(sandbox);
    }

    private static void dispatch(TestRuntime runtime, String intent, int session) {
        runtime.dispatch("{\"intent\":\"%s\",\"context\":{\"max_tokens\":50,\"session_id\":\"s%d\"}}"
                .formatted(intent, session));
    }

    private void note(Sandbox sandbox) {
        sandbox.calls().all().stream()
                .flatMap(AskedOfIam::by)
                .map(AskedOfIam::action)
                .forEach(called::add);
        sandbox.calls().clear();
    }

    private static Set<String> allowed() throws IOException {
        Set<String> actions = new TreeSet<>();
        new ObjectMapper()
                .readTree(Path.of("../dist/iam/runtime.json").toFile())
                .findValues("Action")
                .forEach(list -> list.forEach(action -> actions.add(action.asText())));
        return actions;
    }
}
