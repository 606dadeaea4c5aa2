package io.agentctl.control.rightsizing;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.fargate.Architecture;
import io.agentctl.control.fargate.OperatingSystem;
import io.agentctl.control.fargate.SizeInForce;
import io.agentctl.control.fargate.TaskSize;
import io.agentctl.control.metrics.Series;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AdviceCostTest {

    private static final int ROUNDS = 8;
    private static final int RUNS = 25;
    private static final double MOST_MILLIS = 5;

    @Test
    void aServiceWithFiveSeriesOfAFortnightTakesLessThanFiveMillisecondsOfCpu() {
        ServiceUsage usage = fiveSeries();
        for (TaskCount count :
                List.of(new TaskCount.Fixed(4), new TaskCount.Bounded(2, 40), new TaskCount.Tracked(2, 40, 60))) {
            double millis = cpuMillis(usage, constraints(count));
            assertThat(millis).as(count.toString()).isLessThan(MOST_MILLIS);
        }
    }

    /** The best of some rounds: what else runs on the machine only ever adds. */
    private static double cpuMillis(ServiceUsage usage, SizingConstraints constraints) {
        SizeAdviser adviser = new SizeAdviser(ReferenceRule.PRICES);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double best = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            long before = threads.getCurrentThreadCpuTime();
            for (int run = 0; run < RUNS; run++) {
                adviser.advise(usage, constraints);
            }
            best = Math.min(best, (threads.getCurrentThreadCpuTime() - before) / 1e6 / RUNS);
        }
        return best;
    }

    private static ServiceUsage fiveSeries() {
        Random random = new Random(1);
        Series cpu = SyntheticLoad.flat(35, SyntheticLoad.FORTNIGHT)
                .daily(0.5)
                .noisy(random, 0.1, 0.5)
                .percent();
        Series hottest = SyntheticLoad.flat(45, SyntheticLoad.FORTNIGHT)
                .daily(0.5)
                .noisy(random, 0.1, 0.5)
                .percent();
        Series memory = SyntheticLoad.flat(40, SyntheticLoad.FORTNIGHT)
                .noisy(random, 0.02, 0.9)
                .percent();
        Series fullest = SyntheticLoad.flat(45, SyntheticLoad.FORTNIGHT)
                .noisy(random, 0.02, 0.9)
                .percent();
        Series running = SyntheticLoad.flat(4, SyntheticLoad.FORTNIGHT).percent();
        return new ServiceUsage(
                cpu,
                hottest,
                memory,
                fullest,
                running,
                List.of(new SizeInForce(SyntheticLoad.START, new TaskSize(1024, 2048))));
    }

    private static SizingConstraints constraints(TaskCount count) {
        return new SizingConstraints(
                new TaskSize(1024, 2048),
                4,
                count,
                Architecture.ARM64,
                OperatingSystem.LINUX,
                0.5,
                Budgets.DEFAULT,
                RiskAppetite.MEDIUM,
                Resizes.RESOLVED);
    }
}
