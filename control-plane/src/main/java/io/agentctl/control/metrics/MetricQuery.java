package io.agentctl.control.metrics;

/**
 * One statistic of one metric of an ECS service.
 *
 * @param cluster the cluster's name
 * @param service the service's name
 * @param metric which
 * @param statistic over each period
 */
public record MetricQuery(String cluster, String service, Metric metric, Statistic statistic) {

    /** What {@code AWS/ECS} measures of a service, in percent of the task size in force. */
    public enum Metric {
        CPU("CPUUtilization"),
        MEMORY("MemoryUtilization");

        private final String awsName;

        Metric(String awsName) {
            this.awsName = awsName;
        }

        String awsName() {
            return awsName;
        }
    }

    /** The statistics that ECS documents for them. */
    public enum Statistic {
        AVERAGE("Average"),
        MAXIMUM("Maximum"),
        /** Each task reports once a minute, so this over the period's minutes is the number of tasks. */
        SAMPLE_COUNT("SampleCount");

        private final String awsName;

        Statistic(String awsName) {
            this.awsName = awsName;
        }

        String awsName() {
            return awsName;
        }
    }

    public static MetricQuery ofService(String cluster, String service, Metric metric, Statistic statistic) {
        return new MetricQuery(cluster, service, metric, statistic);
    }
}
