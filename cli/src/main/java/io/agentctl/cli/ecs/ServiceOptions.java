package io.agentctl.cli.ecs;

import io.agentctl.control.ecs.Services;
import java.util.List;
import picocli.CommandLine.Option;

/** {@code --cluster}, and with the services that a verb names, which services are meant. */
public final class ServiceOptions {

    @Option(
            names = {"-c", "--cluster"},
            paramLabel = "CLUSTER",
            defaultValue = "",
            description = "The ECS cluster; default: the project's, or the only one there is.")
    private String cluster;

    /** The services of these names, or all where there is no name. */
    public Services named(List<String> names) {
        return new Services(cluster, names == null ? List.of() : names);
    }
}
