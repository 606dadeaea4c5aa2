package io.agentctl.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.sandbox.ecs.RolloutFaults;
import io.agentctl.sandbox.time.SandboxClock;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** The worlds that we ship. */
class ExampleWorldTest {
    private static final SandboxClock CLOCK =
            new SandboxClock(InstantSource.fixed(Instant.parse("2026-11-24T15:00:00Z")));

    @Test
    void theDocumentedExampleRuns() {
        World world = World.load(Path.of("..", "docs", "examples", "sandbox-world.yaml"));
        LiveWorld live = LiveWorld.start(world, CLOCK, new RolloutFaults(), () -> URI.create("http://127.0.0.1"));

        assertThat(live.ecs().activeServices()).hasSize(202);
        assertThat(live.ecs().activeService("shop", "checkout").orElseThrow().running())
                .isEqualTo(2);
        assertThat(live.tables().names()).containsExactly("shop-agentctl", "shop-orders");
    }

    @Test
    void theDefaultWorldHasThreeServicesAndFourTables() {
        LiveWorld live = LiveWorld.start(
                World.defaultWorld(1), CLOCK, new RolloutFaults(), () -> URI.create("http://127.0.0.1"));

        assertThat(live.ecs().activeServices()).hasSize(3);
        assertThat(live.tables().names()).hasSize(4);
    }
}
