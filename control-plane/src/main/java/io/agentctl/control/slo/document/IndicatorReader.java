package io.agentctl.control.slo.document;

import io.agentctl.control.metrics.Statistic;
import io.agentctl.control.slo.Indicator;
import io.agentctl.control.slo.Indicator.Counted;
import io.agentctl.control.slo.Indicator.Reading;
import io.agentctl.control.yaml.Form;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads service level indicators (OpenSLO v1, "SLI"). */
final class IndicatorReader {

    static final List<String> SPEC = List.of("description", "thresholdMetric", "ratioMetric");

    private static final List<String> METRIC = List.of("metricSource");
    private static final List<String> SOURCE = List.of("metricSourceRef", "type", "spec");
    private static final List<String> RATIO = List.of("counter", "good", "bad", "total", "rawType", "raw");
    private static final String CLOUDWATCH = "CloudWatch";

    private final Named<String> dataSources;

    /** @param dataSources the types of those that are defined */
    IndicatorReader(Named<String> dataSources) {
        this.dataSources = dataSources;
    }

    Optional<Measured> read(Form spec) {
        if (spec.has("thresholdMetric") == spec.has("ratioMetric")) {
            spec.findings()
                    .error(spec.fields().position(), "an indicator has either a 'thresholdMetric' or a 'ratioMetric'");
            return Optional.empty();
        }
        return spec.has("ratioMetric")
                ? spec.form("ratioMetric", RATIO).flatMap(this::ratio)
                : reading(spec, "thresholdMetric", Optional.empty()).map(Measured.Figure::new);
    }

    private Optional<Measured> ratio(Form ratio) {
        if (ratio.truth("counter").orElse(false)) {
            ratio.wrong(
                    "counter",
                    "a counter that only grows cannot be read from CloudWatch, whose sums are of one period each: "
                            + "'counter' must be false");
        }
        if (ratio.has("raw")) {
            return raw(ratio);
        }
        if (ratio.has("good") == ratio.has("bad") || !ratio.has("total")) {
            ratio.findings()
                    .error(ratio.fields().position(), "a ratio has either 'good' or 'bad', and 'total'; or 'raw'");
            return Optional.empty();
        }
        Counted counted = ratio.has("good") ? Counted.GOOD : Counted.BAD;
        Optional<Reading> events = reading(ratio, counted == Counted.GOOD ? "good" : "bad", Optional.of(Statistic.SUM));
        Optional<Reading> total = reading(ratio, "total", Optional.of(Statistic.SUM));
        if (events.isEmpty() || total.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Measured.Events(new Indicator.Ratio(counted, events.get(), total.get())));
    }

    private Optional<Measured> raw(Form ratio) {
        for (String other : List.of("good", "bad", "total")) {
            if (ratio.has(other)) {
                ratio.wrong(other, "'" + other + "' cannot stand beside 'raw'");
            }
        }
        ratio.needs("rawType", "'raw' needs a 'rawType', success or failure");
        Optional<Boolean> success = ratio.word("rawType", Map.of("success", true, "failure", false));
        Optional<Reading> raw = reading(ratio, "raw", Optional.empty());
        return raw.flatMap(reading -> success.map(type -> new Measured.Share(reading, type)));
    }

    private Optional<Reading> reading(Form form, String key, Optional<Statistic> usual) {
        return form.form(key, METRIC)
                .map(metric -> metric.needs("metricSource", "'" + key + "' needs a 'metricSource'"))
                .flatMap(metric -> metric.form("metricSource", SOURCE))
                .flatMap(source -> {
                    requireCloudWatch(source);
                    source.needs("spec", "a metric source needs a 'spec' with 'namespace' and 'metricName'");
                    return source.form("spec", MetricForm.KEYS);
                })
                .flatMap(spec -> MetricForm.read(spec, usual));
    }

    private void requireCloudWatch(Form source) {
        if (source.has("metricSourceRef")) {
            dataSources.referred(source, "metricSourceRef");
        } else {
            source.needs("type", "a metric source needs 'type: CloudWatch', or a 'metricSourceRef'");
        }
        source.word("type", Map.of(CLOUDWATCH, CLOUDWATCH));
    }
}
