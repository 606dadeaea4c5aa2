package io.agentctl.alarm.metric;

import io.agentctl.alarm.math.Calculation;
import io.agentctl.alarm.math.Times;
import java.util.HashMap;
import java.util.Map;

/**
 * Metric math over metrics, as an alarm reads it.
 *
 * @param metrics by identifier
 * @param calculation over them
 * @param periodSeconds the one period of them all
 */
public record MathSource(Map<String, DatapointSource> metrics, Calculation calculation, int periodSeconds)
        implements DatapointSource {

    public MathSource {
        metrics = Map.copyOf(metrics);
    }

    @Override
    public Datapoints before(long endSecond, int periods) {
        Map<String, double[]> inputs = new HashMap<>();
        metrics.forEach(
                (id, source) -> inputs.put(id, source.before(endSecond, periods).values()));
        Times times = new Times(endSecond - (long) periods * periodSeconds, periodSeconds, periods);
        return Datapoints.of(calculation.compute(inputs, times));
    }
}
