package io.agentctl.sandbox.metrics;

import io.agentctl.alarm.metric.DatapointSource;
import io.agentctl.sandbox.ecs.EcsState;
import io.agentctl.sandbox.lambda.FunctionMetrics;
import io.agentctl.sandbox.table.TableMetrics;
import io.agentctl.sandbox.workload.Resource;
import io.agentctl.sandbox.workload.SampleModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;

/** Every metric that there is. Thread-safe. */
public final class MetricCatalog {
    private static final String ECS_NAMESPACE = "AWS/ECS";
    private static final String CLUSTER = "ClusterName";
    private static final String SERVICE = "ServiceName";
    private static final Map<String, Resource> ECS_METRICS =
            Map.of("CPUUtilization", Resource.CPU, "MemoryUtilization", Resource.MEMORY);
    private static final int SECONDS_PER_MINUTE = 60;

    private final EcsState ecs;
    private final FunctionMetrics functions;
    private final TableMetrics tables;
    private final Map<MetricKey, CustomMetric> custom = new ConcurrentHashMap<>();
    private final Map<MetricKey, SampleModel> models = new ConcurrentHashMap<>();

    /** The metrics of the simulated services, functions and tables, and none put yet. */
    public MetricCatalog(EcsState ecs, FunctionMetrics functions, TableMetrics tables) {
        this.ecs = ecs;
        this.functions = functions;
        this.tables = tables;
    }

    /**
     * A metric as an alarm reads it.
     *
     * @throws software.amazon.awssdk.awscore.exception.AwsServiceException when it names what no metric could be
     */
    public DatapointSource datapoints(MetricStat stat) {
        return AlarmData.of(this, stat);
    }

    /**
     * Has a metric be there with a past.
     *
     * @param metric which
     * @param unit as the API spells it
     * @param model its samples
     */
    public void seed(Metric metric, String unit, SampleModel model) {
        MetricKey key = MetricKey.of(metric);
        customMetric(key, unit);
        models.put(key, model);
    }

    Instant now() {
        return ecs.simulation().now(() -> ecs.simulation().instant());
    }

    /** Where a metric's samples come from, or empty when there is no such metric. */
    Optional<MetricSource> find(MetricKey key, Instant now) {
        CustomMetric put = custom.get(key);
        if (put != null) {
            long passed = Math.floorDiv(now.getEpochSecond(), SECONDS_PER_MINUTE);
            return Optional.of(new SampledMetric(put, Optional.ofNullable(models.get(key)), passed));
        }
        if (key.namespace().equals(FunctionMetric.NAMESPACE)) {
            return FunctionMetric.find(functions, key);
        }
        if (key.namespace().equals(DynamoDbMetric.NAMESPACE)) {
            return DynamoDbMetric.find(tables, key);
        }
        if (!key.namespace().equals(ECS_NAMESPACE)) {
            return Optional.empty();
        }
        Resource resource = ECS_METRICS.get(key.name());
        if (resource == null || !key.dimensions().keySet().equals(java.util.Set.of(CLUSTER, SERVICE))) {
            return Optional.empty();
        }
        return ecs.findService(key.dimensions().get(CLUSTER), key.dimensions().get(SERVICE))
                .map(service -> new UtilizationMetric(
                        service.utilization(), resource, Math.floorDiv(now.getEpochSecond(), SECONDS_PER_MINUTE)));
    }

    CustomMetric customMetric(MetricKey key, String unit) {
        return custom.computeIfAbsent(key, ignored -> new CustomMetric(unit));
    }

    /** All metrics, in a stable order. */
    List<MetricKey> all() {
        List<MetricKey> keys = new ArrayList<>(ecs.simulation().now(() -> ecs.activeServices()
                .flatMap(service -> ECS_METRICS.keySet().stream()
                        .sorted()
                        .map(name -> new MetricKey(
                                ECS_NAMESPACE, name, Map.of(CLUSTER, service.cluster(), SERVICE, service.name()))))
                .toList()));
        functions.all().stream().map(FunctionMetric::key).forEach(keys::add);
        tables.all().stream().map(DynamoDbMetric::key).forEach(keys::add);
        custom.keySet().stream()
                .sorted(java.util.Comparator.comparing(MetricKey::toString))
                .forEach(keys::add);
        return keys;
    }
}
