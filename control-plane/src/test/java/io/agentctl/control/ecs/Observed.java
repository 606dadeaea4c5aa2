package io.agentctl.control.ecs;

import io.agentctl.control.fargate.Architecture;
import io.agentctl.control.fargate.OperatingSystem;
import io.agentctl.control.fargate.TaskSize;
import io.agentctl.control.scaling.ObservedScaling;
import java.time.Instant;

/** Services as a test wants them observed. */
final class Observed {

    static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    private Observed() {}

    /** A steady service of four tasks of 2048/4096. */
    static ObservedService service(String name, ObservedScaling scaling) {
        return new ObservedService(
                new ServiceName("main", name),
                new ObservedTaskDefinition(
                        "arn:aws:ecs:us-east-1:111122223333:task-definition/" + name + ":7",
                        new TaskSize(2048, 4096),
                        Architecture.X86_64,
                        OperatingSystem.LINUX),
                0,
                4,
                4,
                0,
                false,
                LONG_AGO,
                LONG_AGO,
                scaling);
    }
}
