package io.agentctl.runtime.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** Gathers what CloudWatch is told, an interval at a time. Any thread records; one drains. */
final class MetricSampler implements ExchangeListener {

    private static final long MOST_MICROS = 3_600_000_000L;
    private static final int DIGITS = 2;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MICROS_PER_MILLI = 1e3;
    private static final int FIRST_CLIENT_ERROR = 400;
    private static final int FIRST_SERVER_ERROR = 500;

    private final String project;
    private final int mostValues;
    private final Recorder responseMicros = new Recorder(1, MOST_MICROS, DIGITS);
    private final Recorder decisionNanos = new Recorder(1, MOST_MICROS, DIGITS);
    private final LongAdder answers = new LongAdder();
    private final LongAdder errors = new LongAdder();
    private final LongAdder refusals = new LongAdder();

    /**
     * Makes a sampler.
     *
     * @param mostValues distinct values a metric may have
     */
    MetricSampler(String project, int mostValues) {
        this.project = project;
        this.mostValues = mostValues;
    }

    @Override
    public void ended(Exchange exchange) {
        responseMicros.recordValue(Math.min(MOST_MICROS, exchange.nanos() / 1000));
        answers.increment();
        if (exchange.status() >= FIRST_SERVER_ERROR) {
            errors.increment();
        } else if (exchange.status() >= FIRST_CLIENT_ERROR) {
            refusals.increment();
        }
        if (exchange.decided().isPresent()) {
            decisionNanos.recordValue(
                    Math.min(MOST_MICROS, exchange.decided().get().nanos()));
        }
    }

    /** What came since the last time; metrics without values are left out. */
    List<MetricSamples> drain() {
        List<MetricSamples> drained = new ArrayList<>();
        Histogram responses = responseMicros.getIntervalHistogram();
        if (responses.getTotalCount() > 0) {
            drained.add(MetricSamples.of(
                    project + "/API", "ResponseTime", "Milliseconds", responses, MICROS_PER_MILLI, mostValues));
        }
        long all = answers.sumThenReset();
        share("ErrorRate", all, errors).ifPresent(drained::add);
        share("ClientErrorRate", all, refusals).ifPresent(drained::add);
        Histogram decisions = decisionNanos.getIntervalHistogram();
        if (decisions.getTotalCount() > 0) {
            drained.add(MetricSamples.of(
                    project + "/Governance", "DecisionTime", "Milliseconds", decisions, NANOS_PER_MILLI, mostValues));
        }
        return drained;
    }

    /** One value for each answer, 0 or 100: so the average over any time and all instances is the rate. */
    private Optional<MetricSamples> share(String name, long all, LongAdder counted) {
        long failed = Math.min(all, counted.sumThenReset());
        List<Double> values = new ArrayList<>();
        List<Double> counts = new ArrayList<>();
        // A value that did not come is left out: CloudWatch takes no count of 0.
        if (all > failed) {
            values.add(0.0);
            counts.add((double) (all - failed));
        }
        if (failed > 0) {
            values.add(100.0);
            counts.add((double) failed);
        }
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(new MetricSamples(project + "/API", name, "Percent", values, counts));
    }
}
