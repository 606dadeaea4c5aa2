package io.agentctl.control.performance.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.performance.scenario.Load;
import io.agentctl.control.performance.scenario.Rate;
import io.agentctl.control.performance.scenario.Schedule;
import io.agentctl.control.performance.scenario.Stage;
import io.agentctl.control.progress.ProgressListener;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A server that stalls for 1.4 s in a run of 30 s: what is reported is what callers of the schedule had to wait,
 * whether each has a connection or they share ten.
 */
class StallIT {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double EXACT = 0.02;

    @Test
    void latenciesAreThoseOfTheScheduleWhereTenShareConnections() throws IOException {
        latenciesAreThoseOfTheSchedule(10);
    }

    @Test
    @Tag("extended")
    void latenciesAreThoseOfTheScheduleWhereEachHasAConnection() throws IOException {
        latenciesAreThoseOfTheSchedule(Load.USUAL_CONNECTIONS);
    }

    private static void latenciesAreThoseOfTheSchedule(int connections) throws IOException {
        Rate rate = Rate.parse("200/s");
        Load.Open open = new Load.Open(rate, rate, OptionalInt.of(connections));
        Stage stage = new Stage(
                "steady", open, OptionalLong.empty(), Optional.of(Duration.ofSeconds(30)), false, Duration.ZERO);
        try (StallServer server = StallServer.start(0)) {
            LoadResult result = new RunLoad(Clock.systemUTC(), LoadObserver.NONE)
                    .run(
                            new LoadRequest(
                                    Scenarios.of(stage),
                                    URI.create("http://127.0.0.1:" + server.port() + "/"),
                                    List.of(),
                                    false,
                                    10_000,
                                    Optional.empty(),
                                    Turn.WHOLE),
                            ProgressListener.SILENT);
            double[] truth = truth(Schedule.of(stage, open));

            assertThat(result.total().counts().answered()).isEqualTo(6000);
            // Where others keep this machine from sending on time, callers really wait for longer than the schedule has
            // it.
            double late = result.generator().lag().max();
            assertNear(result.total().latency().p99(), percentile(truth, 0.99), late);
            assertNear(result.total().latency().p999(), percentile(truth, 0.999), late);
            assertNear(result.total().latency().max(), percentile(truth, 1), late);
            assertThat(result.generator().lag().p99())
                    .as("milliseconds by which the generator itself was late; waiting for a connection is none of them")
                    .isLessThan(500);
            assertThat(result.total().counts().planned()).isEqualTo(6000);
            assertThat(result.total().throughput()).isCloseTo(200, within(0.2));
        }
    }

    private static void assertNear(double measured, double truth, double late) {
        assertThat(measured).isBetween(truth * (1 - EXACT), truth * (1 + EXACT) + late);
    }

    /** Milliseconds that each request of the schedule has to wait, in ascending order; the first one is due at 0. */
    private static double[] truth(Schedule schedule) {
        double[] millis = new double[(int) schedule.count()];
        long begins = StallServer.AFTER.toNanos();
        long ends = begins + StallServer.STALL.toNanos();
        for (int index = 0; index < millis.length; index++) {
            long due = schedule.nanos(index);
            millis[index] = due >= begins && due < ends ? (ends - due) / NANOS_PER_MILLI : 0;
        }
        Arrays.sort(millis);
        return millis;
    }

    private static double percentile(double[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
