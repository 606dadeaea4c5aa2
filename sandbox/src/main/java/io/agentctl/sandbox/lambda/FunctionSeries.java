package io.agentctl.sandbox.lambda;

import io.agentctl.sandbox.workload.Aggregate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A function's metrics over time: those of others' invocations, computed when they are asked for, and of those that ran
 * here. To be used inside the simulation's lock.
 */
final class FunctionSeries {
    /** The name under which the function as a whole is kept. */
    static final String WHOLE = "";

    private static final long SECONDS_PER_MINUTE = 60;
    private static final int QUANTILES = 200;

    private final FunctionSeed.Behaviour behaviour;
    private final Optional<Traffic> traffic;
    private final long seed;
    private final NavigableMap<Long, FunctionEra> eras = new TreeMap<>();
    private final Map<String, LiveMinutes> live = new TreeMap<>();

    FunctionSeries(FunctionSeed.Behaviour behaviour, Optional<Traffic> traffic, long seed) {
        this.behaviour = behaviour;
        this.traffic = traffic;
        this.seed = seed;
    }

    /**
     * Some minutes since the epoch.
     *
     * @param from the first
     * @param end the first after them
     * @param passed the first that has not passed yet: what others do in it is not known
     */
    record Span(long from, long end, long passed) {}

    Optional<Traffic> traffic() {
        return traffic;
    }

    /** Tells what is in force from a time on. */
    void inForce(long second, FunctionEra era) {
        Map.Entry<Long, FunctionEra> last = eras.lastEntry();
        if (last == null || !last.getValue().equals(era)) {
            eras.put(Math.floorDiv(second, SECONDS_PER_MINUTE), era);
        }
    }

    /** Takes in a sample of something that happened here, for the function and for what the request named. */
    void add(String qualifier, LambdaMetric metric, long second, double value) {
        live.computeIfAbsent(WHOLE, ignored -> new LiveMinutes()).add(metric, second, value);
        if (!qualifier.equals(FunctionName.LATEST)) {
            live.computeIfAbsent(qualifier, ignored -> new LiveMinutes()).add(metric, second, value);
        }
    }

    /** The qualifiers that there are samples of; {@link #WHOLE} among them when there are any. */
    List<String> qualifiers() {
        List<String> qualifiers = new ArrayList<>(live.keySet());
        traffic.ifPresent(others -> {
            for (String qualifier : List.of(WHOLE, others.qualifier())) {
                if (!qualifiers.contains(qualifier) && !qualifier.equals(FunctionName.LATEST)) {
                    qualifiers.add(qualifier);
                }
            }
        });
        qualifiers.sort(Comparator.naturalOrder());
        return qualifiers;
    }

    /**
     * Collects the samples of some minutes.
     *
     * @param qualifier whose; {@link #WHOLE} for the function's
     */
    void collect(String qualifier, LambdaMetric metric, Span span, Aggregate into) {
        if (includesTraffic(qualifier)) {
            Traffic others = traffic.orElseThrow();
            long end = Math.min(span.end(), span.passed());
            for (long minute = Math.max(span.from(), others.sinceMinute()); minute < end; minute++) {
                minute(others, minute).collect(metric, behaviour.durations(), into);
            }
        }
        live.getOrDefault(qualifier, new LiveMinutes()).collect(metric, span.from(), span.end(), into);
    }

    /** A percentile of durations in milliseconds; NaN when there are none. Its rank is within 0 to 100. */
    double percentile(String qualifier, double rank, Span span) {
        Map<Integer, Double> bySize = new HashMap<>();
        if (includesTraffic(qualifier)) {
            Traffic others = traffic.orElseThrow();
            long end = Math.min(span.end(), span.passed());
            for (long minute = Math.max(span.from(), others.sinceMinute()); minute < end; minute++) {
                TrafficMinute one = minute(others, minute);
                bySize.merge(one.era().memory(), one.count(), Double::sum);
            }
        }
        NavigableMap<Double, Double> weights = new TreeMap<>();
        bySize.forEach((memory, count) -> {
            for (int i = 0; i < QUANTILES; i++) {
                double value = behaviour.durations().quantileMillis(memory, (i + 0.5) / QUANTILES);
                weights.merge(value, count / QUANTILES, Double::sum);
            }
        });
        live.getOrDefault(qualifier, new LiveMinutes())
                .durations(span.from(), span.end(), value -> weights.merge(value, 1.0, Double::sum));
        return percentile(weights, rank);
    }

    private static double percentile(NavigableMap<Double, Double> weights, double rank) {
        double total =
                weights.values().stream().mapToDouble(Double::doubleValue).sum();
        if (total == 0) {
            return Double.NaN;
        }
        double left = total * rank / 100;
        for (Map.Entry<Double, Double> one : weights.entrySet()) {
            left -= one.getValue();
            if (left <= 0) {
                return one.getKey();
            }
        }
        return weights.lastKey();
    }

    private boolean includesTraffic(String qualifier) {
        return traffic.isPresent()
                && (qualifier.equals(WHOLE) || qualifier.equals(traffic.get().qualifier()));
    }

    private TrafficMinute minute(Traffic others, long minute) {
        Map.Entry<Long, FunctionEra> era = eras.floorEntry(minute);
        return TrafficMinute.of(
                seed,
                others.perMinute().applyAsDouble(minute),
                minute,
                behaviour,
                (era == null ? eras.firstEntry() : era).getValue());
    }
}
