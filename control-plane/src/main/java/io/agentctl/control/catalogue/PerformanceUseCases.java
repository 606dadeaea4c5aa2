package io.agentctl.control.catalogue;

import io.agentctl.control.performance.ResourceUse;
import io.agentctl.control.performance.resources.ReadResources;
import java.util.List;

/** What can be asked of measurements. */
public final class PerformanceUseCases {

    /** What the target of a load used meanwhile. */
    public static final NamedUseCase<ReadResources.Request, ResourceUse> RESOURCES = NamedUseCase.reading(
            "perf.resources",
            ReadResources.Request.class,
            ResourceUse.class,
            here -> new ReadResources(here.metrics()));

    private PerformanceUseCases() {}

    static List<NamedUseCase<?, ?>> all() {
        return List.of(RESOURCES);
    }
}
