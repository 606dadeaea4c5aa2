package io.agentctl.control.windows.run;

import io.agentctl.sandbox.Sandbox;
import io.agentctl.sandbox.world.World;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Jobs missed, killed at any call, two at once, throttled, losing answers; services scaled by hand, wished awake or
 * asleep: no capacity is lost, and after one good run nothing sleeps that should be awake.
 */
class RandomHistoriesTest {

    private static final int USUAL = 300;
    private static final int MANY = 1_000;

    @Test
    void servicesComeBack() throws Exception {
        play(USUAL, 20_260_301L);
    }

    @Test
    @Tag("extended")
    void servicesComeBackAThousandTimes() throws Exception {
        play(MANY, RandomGenerator.getDefault().nextLong(Long.MAX_VALUE / 2));
    }

    private static void play(int histories, long seed) throws Exception {
        try (Sandbox sandbox = Sandbox.start(World.defaultWorld(1))) {
            SleepBench.prepare(sandbox);
            for (int i = 0; i < histories; i++) {
                SleepBench bench = new SleepBench(sandbox, History.start());
                try {
                    new History(bench, seed + i).play();
                } catch (AssertionError | RuntimeException failure) {
                    throw new AssertionError("history with seed " + (seed + i) + ": " + failure.getMessage(), failure);
                }
            }
        }
    }
}
