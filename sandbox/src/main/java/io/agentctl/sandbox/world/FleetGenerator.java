package io.agentctl.sandbox.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Makes up services that differ in size, count, rhythm and how well they are sized. */
final class FleetGenerator {
    private static final int[][] SIZES = {
        {256, 512},
        {256, 1024},
        {512, 1024},
        {512, 2048},
        {1024, 2048},
        {1024, 4096},
        {2048, 4096},
        {2048, 8192},
        {4096, 8192},
        {4096, 16_384}
    };
    private static final int MOST_TASKS = 6;

    private final SplittableRandom random;

    FleetGenerator(long seed) {
        this.random = new SplittableRandom(seed);
    }

    List<ServiceDocument> generate(WorldDocument.FleetDocument fleet) {
        List<ServiceDocument> services = new ArrayList<>();
        for (int i = 0; i < fleet.count(); i++) {
            services.add(service("%s-%04d".formatted(fleet.prefix(), i + 1)));
        }
        return services;
    }

    private ServiceDocument service(String name) {
        int[] size = SIZES[random.nextInt(SIZES.length)];
        int tasks = random.nextInt(1, MOST_TASKS + 1);
        boolean scales = random.nextInt(5) == 0;
        ServiceDocument.ScalingDocument scaling = scales
                ? new ServiceDocument.ScalingDocument(
                        tasks, 2 * tasks, 60.0, null, Duration.ofMinutes(1), Duration.ofMinutes(5))
                : null;
        return new ServiceDocument(
                name,
                size[0],
                size[1],
                tasks,
                random.nextInt(3) == 0 ? ServiceDocument.Architecture.ARM64 : ServiceDocument.Architecture.X86_64,
                random.nextInt(4) == 0 ? Map.of("FARGATE", 1, "FARGATE_SPOT", 3) : Map.of(),
                true,
                scaling,
                List.of(),
                workload(size, tasks),
                null,
                Map.of());
    }

    /** Means from 5 % to 60 % of the capacity: most services are sized too large, some too small. */
    private WorkloadDocument workload(int[] size, int tasks) {
        double cpu = size[0] * tasks * random.nextDouble(0.05, 0.6);
        double memory = size[1] * tasks * random.nextDouble(0.05, 0.4);
        return new WorkloadDocument(
                new WorkloadDocument.PatternDocument(
                        round(cpu),
                        round(memory),
                        round(random.nextDouble(0, 0.5)),
                        round(random.nextDouble(0, 0.6)),
                        random.nextInt(24),
                        round(random.nextDouble(0.3, 1.1)),
                        round(random.nextDouble(-0.02, 0.05)),
                        round(random.nextDouble(0.02, 0.12)),
                        round(random.nextDouble(1, 2)),
                        (double) random.nextInt(0, 6)),
                null,
                new WorkloadDocument.PerTaskDocument(
                        round(size[0] * 0.02),
                        round(size[1] * random.nextDouble(0.08, 0.25)),
                        round(random.nextDouble(0.05, 0.25))));
    }

    private static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
