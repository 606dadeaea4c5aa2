package io.agentctl.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.policies.store.Candidate;
import io.agentctl.policies.store.PolicyHead;
import io.agentctl.policies.store.RuntimeInstance;
import io.agentctl.sandbox.Sandbox;
import io.agentctl.sandbox.fault.FaultKind;
import io.agentctl.sandbox.fault.FaultRule;
import io.agentctl.sandbox.world.World;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A runtime with policies of a table: activated, tried, and kept when the table is gone. */
class StoreIT {

    private static Sandbox sandbox;
    private static TestStore store;
    private static TestRuntime runtime;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(World.defaultWorld(1));
        store = TestStore.create(sandbox.endpoint());
        runtime = TestRuntime.ofStore(sandbox.endpoint(), "");
    }

    @AfterAll
    static void stop() {
        runtime.close();
        store.close();
        sandbox.close();
    }

    @AfterEach
    void repair() {
        sandbox.faults().clear();
        store.dropCandidate();
    }

    private static int status(int tokens, String session) {
        return runtime.dispatch("{\"intent\":\"any\",\"context\":{\"max_tokens\":%d,\"session_id\":\"%s\"}}"
                        .formatted(tokens, session))
                .statusCode();
    }

    private static void activate(int cap) throws InterruptedException {
        PolicyHead head = store.activate(store.publish(TestRuntime.POLICY.replace("8000", Integer.toString(cap))));
        GovernanceIT.await(() -> store.store().instances(TestStore.ENVIRONMENT).stream()
                .map(RuntimeInstance::generation)
                .toList()
                .equals(List.of(head.generation())));
    }

    @Test
    void whatIsActivatedIsEnforcedAndReported() throws InterruptedException {
        activate(100);
        assertThat(status(150, "s")).isEqualTo(403);
        activate(200);
        assertThat(status(150, "s")).isEqualTo(200);
        assertThat(runtime.get("/health").body())
                .contains("\"generation\":" + store.store().head("production").generation());
    }

    @Test
    void withoutTheTableTheLastGoodPoliciesDecide() throws InterruptedException {
        activate(300);
        sandbox.faults().add(FaultRule.always(FaultKind.SERVER_ERROR).on("dynamodb", ""));
        GovernanceIT.await(() -> runtime.get("/health/ready").body().contains("storeUnreachableSince"));
        assertThat(status(350, "s")).isEqualTo(403);
        assertThat(status(250, "s")).isEqualTo(200);
        assertThat(runtime.get("/health/ready").statusCode()).isEqualTo(200);
        sandbox.faults().clear();
        GovernanceIT.await(() -> !runtime.get("/health").body().contains("storeUnreachableSince"));
        activate(400);
        assertThat(status(350, "s")).isEqualTo(200);
    }

    @Test
    void aVersionThatCannotBeEnforcedLeavesTheOldOneInForce() throws InterruptedException {
        activate(500);
        PolicyHead bad = store.activate(store.publish(TestRuntime.POLICY.replace("max_tokens", "max_tokns")));
        GovernanceIT.await(() -> store.store().instances(TestStore.ENVIRONMENT).stream()
                .allMatch(instance -> instance.problem().isPresent()));
        assertThat(store.store().instances(TestStore.ENVIRONMENT))
                .allMatch(instance -> instance.generation() == bad.generation() - 1);
        assertThat(status(550, "s")).isEqualTo(403);
        activate(600);
        assertThat(status(550, "s")).isEqualTo(200);
    }

    @Test
    void aCanaryDecidesForItsSessionsAndBeyondItsBoundTheEnvironmentGoesBack() throws InterruptedException {
        activate(700);
        Candidate candidate = new Candidate(
                TestStore.POLICY,
                store.publish(TestRuntime.POLICY.replace("8000", "10")),
                Candidate.Kind.CANARY,
                50,
                new Candidate.Bound(20, 0.01, 0.05));
        PolicyHead head = store.attempt(candidate);
        GovernanceIT.await(() -> runtime.get("/health").body().contains("\"generation\":" + head.generation()));
        int denied = 0;
        for (int session = 0; session < 200; session++) {
            denied += status(650, "session-" + session) == 403 ? 1 : 0;
        }
        assertThat(denied).isBetween(20, 40);
        assertThat(runtime.logWith("trial.dropped")).contains("token-cap");
        GovernanceIT.await(
                () -> store.store().head(TestStore.ENVIRONMENT).candidate().isEmpty());
        PolicyHead returned = store.store().head(TestStore.ENVIRONMENT);
        assertThat(returned.generation()).isEqualTo(head.generation() + 1);
        assertThat(returned.entries()).isEqualTo(head.entries());
        assertThat(returned.actor()).startsWith("runtime ");
        assertThat(returned.reason())
                .contains("token-cap", "is tried no more", "were denied", "the bound is 5.0 % more");
    }

    @Test
    void aPortThatIsTakenIsSaidAndNothingIsLeftBehind() {
        assertThatThrownBy(() -> TestRuntime.ofStore(sandbox.endpoint(), "", runtime.port()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot listen on 127.0.0.1:" + runtime.port());
        assertThat(store.store().instances(TestStore.ENVIRONMENT)).hasSize(1);
    }

    @Test
    void aShadowDecidesNothingAndItsFlipsAreLogged() throws InterruptedException {
        activate(1700);
        PolicyHead head = store.attempt(new Candidate(
                TestStore.POLICY,
                store.publish(TestRuntime.POLICY.replace("8000", "11")),
                Candidate.Kind.SHADOW,
                100,
                Candidate.Bound.DEFAULT));
        GovernanceIT.await(() -> runtime.get("/health").body().contains("\"generation\":" + head.generation()));
        assertThat(status(1650, "flipped-session")).isEqualTo(200);
        assertThat(runtime.logWith("\"log\":\"flip\"")).contains("\"shadow\":\"deny\"", "flipped-session");
    }
}
