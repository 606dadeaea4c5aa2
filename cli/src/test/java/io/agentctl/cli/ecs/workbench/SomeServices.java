package io.agentctl.cli.ecs.workbench;

import io.agentctl.control.ecs.ServiceName;
import io.agentctl.control.fargate.Architecture;
import io.agentctl.control.fargate.OperatingSystem;
import io.agentctl.control.fargate.TaskSize;
import io.agentctl.control.metrics.Series;
import io.agentctl.control.plan.Target;
import io.agentctl.control.pricing.PriceTables;
import io.agentctl.control.rightsizing.Budgets;
import io.agentctl.control.rightsizing.MeasuredService;
import io.agentctl.control.rightsizing.Resizes;
import io.agentctl.control.rightsizing.RiskAppetite;
import io.agentctl.control.rightsizing.ServiceUsage;
import io.agentctl.control.rightsizing.SizingConstraints;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Services with two weeks of use, the same each time. */
final class SomeServices {

    static final Target TARGET = new Target("sandbox", "111122223333", "us-east-1");

    private static final Instant FROM = Instant.parse("2026-03-02T00:00:00Z");
    private static final Duration PERIOD = Duration.ofMinutes(5);
    private static final int SAMPLES = 14 * 24 * 12;

    private SomeServices() {}

    /** A service that uses a sixth of what it has, more by day than by night. */
    static Bench idle(String name) {
        TaskSize size = new TaskSize(2048, 4096);
        ServiceUsage usage = ServiceUsage.ofOneSize(wave(12, 5), wave(20, 2), size);
        SizingConstraints constraints = new SizingConstraints(
                size,
                4,
                SizingConstraints.unscaled(4),
                Architecture.X86_64,
                OperatingSystem.LINUX,
                0,
                Budgets.DEFAULT,
                RiskAppetite.MEDIUM,
                Resizes.RESOLVED);
        Bench bench = new Bench(
                new MeasuredService(
                        new ServiceName("main", name), "sha256:0123", false, Optional.of(constraints), usage),
                PriceTables.shipped().forRegion("us-east-1"));
        bench.computeAll();
        return bench;
    }

    /** A state with services of these names, all of them read. */
    static State state(String... names) {
        State state = News.heard(State.of("sandbox", RiskAppetite.MEDIUM), new News.Found(TARGET, List.of(names)));
        Bench bench = idle(names[0]);
        for (String name : names) {
            state = News.heard(state, new News.Measured(name, bench));
        }
        return state;
    }

    private static Series wave(double mean, double swing) {
        return Series.of(
                FROM,
                PERIOD,
                IntStream.range(0, SAMPLES)
                        .mapToDouble(at -> mean - swing * Math.cos(at / (24 * 12.0) * 2 * Math.PI))
                        .toArray());
    }
}
