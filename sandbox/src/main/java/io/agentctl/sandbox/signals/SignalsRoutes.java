package io.agentctl.sandbox.signals;

import io.agentctl.sandbox.protocol.RestRoute;
import java.util.List;

/** The methods and paths by which requests name the operations, as the service model has them. */
final class SignalsRoutes {
    private static final String OBJECTIVE = "/slo/{Id}";

    private SignalsRoutes() {}

    static List<RestRoute> all() {
        return List.of(
                RestRoute.of("CreateServiceLevelObjective", "POST", "/slo"),
                RestRoute.of("GetServiceLevelObjective", "GET", OBJECTIVE),
                RestRoute.of("UpdateServiceLevelObjective", "PATCH", OBJECTIVE),
                RestRoute.of("DeleteServiceLevelObjective", "DELETE", OBJECTIVE),
                RestRoute.of("ListServiceLevelObjectives", "POST", "/slos"),
                RestRoute.of("ListTagsForResource", "GET", "/tags"),
                RestRoute.of("TagResource", "POST", "/tag-resource"),
                RestRoute.of("UntagResource", "POST", "/untag-resource"));
    }
}
