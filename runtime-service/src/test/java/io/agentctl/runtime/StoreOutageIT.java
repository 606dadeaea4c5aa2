package io.agentctl.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.sandbox.Sandbox;
import io.agentctl.sandbox.world.World;
import java.io.IOException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** DynamoDB goes away under a runtime, as nobody listening and as nobody answering, and comes back. */
class StoreOutageIT {

    private static final Pattern SINCE = Pattern.compile("\"storeUnreachableSince\":\"([^\"]+)\"");

    private Sandbox sandbox;
    private Gate gate;
    private TestStore store;
    private TestRuntime runtime;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        sandbox = Sandbox.start(World.defaultWorld(1));
        gate = Gate.before(sandbox.endpoint());
        store = TestStore.create(sandbox.endpoint());
        runtime = TestRuntime.ofStore(gate.uri(), "");
        activate(100);
        GovernanceIT.await(() -> status(50) == 200);
    }

    @AfterEach
    void stop() {
        runtime.close();
        gate.close();
        store.close();
        sandbox.close();
    }

    private int status(int tokens) {
        return runtime.dispatch("{\"intent\":\"any\",\"context\":{\"max_tokens\":%d}}".formatted(tokens))
                .statusCode();
    }

    private void activate(int cap) {
        store.activate(store.publish(TestRuntime.POLICY.replace("8000", Integer.toString(cap))));
    }

    @Test
    void goneAltogetherItIsDoneWithout() throws IOException, InterruptedException {
        Instant before = Instant.now();
        gate.shut();

        decisionsGoOnAndReadySaysSince(before);
        gate.open();
        whatWasActivatedMeanwhileIsEnforced();
    }

    @Test
    void hangingItIsDoneWithoutToo() throws IOException, InterruptedException {
        Instant before = Instant.now();
        gate.fallSilent();

        decisionsGoOnAndReadySaysSince(before);
        gate.open();
        whatWasActivatedMeanwhileIsEnforced();
    }

    private void decisionsGoOnAndReadySaysSince(Instant before) throws InterruptedException {
        GovernanceIT.await(() -> runtime.get("/health/ready").body().contains("storeUnreachableSince"));
        assertThat(runtime.get("/health/ready").statusCode()).isEqualTo(200);
        Matcher since = SINCE.matcher(runtime.get("/health/ready").body());
        assertThat(since.find()).isTrue();
        assertThat(Instant.parse(since.group(1))).isBetween(before, Instant.now());
        assertThat(status(50)).isEqualTo(200);
        assertThat(status(150)).isEqualTo(403);
        activate(200);
        assertThat(status(150)).isEqualTo(403);
    }

    private void whatWasActivatedMeanwhileIsEnforced() throws InterruptedException {
        GovernanceIT.await(() -> status(150) == 200);
        assertThat(status(250)).isEqualTo(403);
        assertThat(runtime.get("/health/ready").body()).doesNotContain("storeUnreachableSince");
        assertThat(runtime.logWith("policies.enforced")).contains("policies.kept");
    }
}
