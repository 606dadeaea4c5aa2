package io.agentctl.control.lambda.cost;

import io.agentctl.control.aws.Parallel;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.error.Suggestions;
import io.agentctl.control.lambda.Architectures;
import io.agentctl.control.lambda.FunctionName;
import io.agentctl.control.lambda.FunctionsGateway;
import io.agentctl.control.lambda.ObservedAlias;
import io.agentctl.control.lambda.ObservedFunction;
import io.agentctl.control.metrics.MetricQuery;
import io.agentctl.control.metrics.MetricQuery.FunctionMetric;
import io.agentctl.control.metrics.MetricsGateway;
import io.agentctl.control.metrics.Series;
import io.agentctl.control.metrics.Statistic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;

/** Reads what functions did in a window, and at which memory. */
final class UseObserver {

    private static final List<FunctionMetric> OF_A_QUALIFIER =
            List.of(FunctionMetric.INVOCATIONS, FunctionMetric.DURATION, FunctionMetric.PROVISIONED_INVOCATIONS);
    private static final List<FunctionMetric> OF_A_FUNCTION =
            List.of(FunctionMetric.INVOCATIONS, FunctionMetric.DURATION);

    private final FunctionsGateway functions;
    private final MetricsGateway metrics;

    UseObserver(FunctionsGateway functions, MetricsGateway metrics) {
        this.functions = functions;
        this.metrics = metrics;
    }

    /**
     * A function with the memory behind its aliases and what is kept ready.
     *
     * @param memory in MB by alias or version; only those of another memory than {@code $LATEST}, or with something
     *     ready
     */
    private record Behind(
            FunctionConfiguration latest,
            Map<String, Integer> memory,
            List<ObservedFunction.Provisioned> provisioned) {}

    /**
     * Reads.
     *
     * @param names which; empty for all
     * @throws AgentctlException NOT_FOUND, naming the near ones
     */
    List<FunctionUse> read(List<FunctionName> names, CostWindow window) {
        List<Behind> behind = Parallel.map(named(names), this::behind);
        List<MetricQuery> queries = new ArrayList<>();
        for (Behind one : behind) {
            String name = one.latest().functionName();
            OF_A_FUNCTION.forEach(metric -> queries.add(MetricQuery.ofFunction(name, metric, Statistic.SUM)));
            one.memory()
                    .keySet()
                    .forEach(qualifier -> OF_A_QUALIFIER.forEach(
                            metric -> queries.add(MetricQuery.ofQualifier(name, qualifier, metric, Statistic.SUM))));
        }
        Iterator<Double> sums = metrics.read(queries, window.from(), window.to(), window.period()).stream()
                .map(UseObserver::sum)
                .iterator();
        return behind.stream().map(one -> use(one, sums)).toList();
    }

    private List<FunctionConfiguration> named(List<FunctionName> names) {
        List<FunctionConfiguration> all = functions.all();
        List<String> there =
                all.stream().map(FunctionConfiguration::functionName).toList();
        for (FunctionName name : names) {
            if (!there.contains(name.value())) {
                throw new AgentctlException(
                        ErrorCode.NOT_FOUND, "there is no function " + name, Suggestions.sentence(name.value(), there));
            }
        }
        return all.stream()
                .filter(one -> names.isEmpty() || names.contains(new FunctionName(one.functionName())))
                .toList();
    }

    /** A function without a version has neither alias nor anything ready. */
    private Behind behind(FunctionConfiguration latest) {
        FunctionName name = new FunctionName(latest.functionName());
        Map<String, Integer> versions = new HashMap<>();
        functions.versions(name).forEach(version -> versions.put(version.version(), version.memorySize()));
        if (versions.isEmpty()) {
            return new Behind(latest, Map.of(), List.of());
        }
        Map<String, String> aliases = new HashMap<>();
        for (ObservedAlias alias : functions.aliases(name)) {
            aliases.put(alias.name(), alias.version());
        }
        List<ObservedFunction.Provisioned> provisioned = functions.provisioned(name);
        Set<String> qualifiers = new LinkedHashSet<>(aliases.keySet());
        provisioned.forEach(one -> qualifiers.add(one.qualifier()));
        Map<String, Integer> memory = new HashMap<>();
        for (String qualifier : qualifiers) {
            int size = versions.getOrDefault(aliases.getOrDefault(qualifier, qualifier), latest.memorySize());
            boolean ready = provisioned.stream().anyMatch(one -> one.qualifier().equals(qualifier));
            if (ready || size != latest.memorySize()) {
                memory.put(qualifier, size);
            }
        }
        return new Behind(latest, memory, provisioned);
    }

    private static FunctionUse use(Behind behind, Iterator<Double> sums) {
        FunctionConfiguration latest = behind.latest();
        double invocations = sums.next();
        double busy = sums.next();
        List<FunctionUse.Part> parts = new ArrayList<>();
        for (int memory : behind.memory().values()) {
            double ran = sums.next();
            double millis = sums.next();
            double ready = sums.next();
            parts.add(new FunctionUse.Part(memory, ran, millis, ran == 0 ? 0 : Math.min(1, ready / ran)));
            invocations -= ran;
            busy -= millis;
        }
        parts.add(new FunctionUse.Part(latest.memorySize(), Math.max(0, invocations), Math.max(0, busy), 0));
        return new FunctionUse(
                new FunctionName(latest.functionName()),
                Architectures.of(latest.architecturesAsStrings()),
                latest.memorySize(),
                parts,
                behind.provisioned().stream()
                        .map(one -> new FunctionUse.Kept(behind.memory().get(one.qualifier()), one.requested()))
                        .toList());
    }

    private static double sum(Series series) {
        double sum = 0;
        for (double value : series.sorted()) {
            sum += value;
        }
        return sum;
    }
}
