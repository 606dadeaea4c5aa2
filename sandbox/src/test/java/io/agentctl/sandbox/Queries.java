package io.agentctl.sandbox;

import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

/** Queries for the utilization of services in the default cluster. */
final class Queries {
    private Queries() {}

    static MetricDataQuery cpu(String service, int period, String statistic) {
        return of("CPUUtilization", service, period, statistic);
    }

    static MetricDataQuery memory(String service, int period, String statistic) {
        return of("MemoryUtilization", service, period, statistic);
    }

    private static MetricDataQuery of(String metric, String service, int period, String statistic) {
        return MetricDataQuery.builder()
                .id("m" + Integer.toUnsignedString((metric + service + period + statistic).hashCode()))
                .metricStat(stat -> stat.period(period).stat(statistic).metric(name -> name.namespace("AWS/ECS")
                        .metricName(metric)
                        .dimensions(dimension("ClusterName", "agent-runtime"), dimension("ServiceName", service))))
                .build();
    }

    private static Dimension dimension(String name, String value) {
        return Dimension.builder().name(name).value(value).build();
    }
}
