package io.agentctl.control.dashboards;

import io.agentctl.control.slo.Objective;
import java.util.List;

/**
 * What a dashboard is to show.
 *
 * @param project whose it is
 * @param cluster the cluster of its services
 * @param services each with its own row
 * @param functions each with its own row
 * @param tables each with its own row
 * @param objectives each with a graph of its figure
 * @param alarms names of alarms whose states are shown
 */
public record DashboardWish(
        String project,
        String cluster,
        List<String> services,
        List<String> functions,
        List<String> tables,
        List<Objective> objectives,
        List<String> alarms) {

    public DashboardWish {
        services = List.copyOf(services);
        functions = List.copyOf(functions);
        tables = List.copyOf(tables);
        objectives = List.copyOf(objectives);
        alarms = List.copyOf(alarms);
    }
}
