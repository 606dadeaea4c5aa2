package io.agentctl.control.alarms.upkeep;

import io.agentctl.alarm.composite.Suppression;
import io.agentctl.alarm.metric.AlarmRule;
import io.agentctl.alarm.metric.Comparison;
import io.agentctl.alarm.metric.MissingData;
import io.agentctl.control.alarms.definition.AlarmActions;
import io.agentctl.control.alarms.definition.CompositeAlarm;
import io.agentctl.control.alarms.definition.MetricAlarm;
import io.agentctl.control.alarms.definition.Watched;
import io.agentctl.control.metrics.MetricId;
import io.agentctl.control.metrics.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;

/** CloudWatch's form of alarms, read into definitions without tags. */
final class AlarmForm {

    private static final String IGNORE = "ignore";

    private AlarmForm() {}

    /** Empty for an alarm that could not be written back as it is. */
    static Optional<MetricAlarm> read(software.amazon.awssdk.services.cloudwatch.model.MetricAlarm alarm) {
        try {
            Optional<Watched> watched =
                    alarm.hasMetrics() && !alarm.metrics().isEmpty() ? math(alarm.metrics()) : single(alarm);
            Optional<Comparison> comparison = Comparison.named(alarm.comparisonOperatorAsString());
            boolean plain = alarm.thresholdMetricId() == null && alarm.threshold() != null;
            if (!plain || watched.isEmpty() || comparison.isEmpty()) {
                return Optional.empty();
            }
            int period = alarm.period() == null ? period(alarm.metrics()) : alarm.period();
            AlarmRule rule = new AlarmRule(
                    comparison.get(),
                    alarm.threshold(),
                    period,
                    alarm.evaluationPeriods(),
                    Objects.requireNonNullElse(alarm.datapointsToAlarm(), alarm.evaluationPeriods()),
                    alarm.treatMissingData() == null
                            ? MissingData.MISSING
                            : MissingData.named(alarm.treatMissingData()).orElseThrow(IllegalArgumentException::new),
                    fewSamples(alarm));
            return Optional.of(new MetricAlarm(
                    alarm.alarmName(),
                    text(alarm.alarmDescription()),
                    new AlarmActions(
                            !Boolean.FALSE.equals(alarm.actionsEnabled()),
                            alarm.alarmActions(),
                            alarm.okActions(),
                            alarm.insufficientDataActions()),
                    watched.get(),
                    rule,
                    new TreeMap<>()));
        } catch (IllegalArgumentException ignored) {
            // What our records refuse is nothing that we made, and nothing that we could put back.
            return Optional.empty();
        }
    }

    static CompositeAlarm read(software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm alarm) {
        return new CompositeAlarm(
                alarm.alarmName(),
                text(alarm.alarmDescription()),
                new AlarmActions(
                        !Boolean.FALSE.equals(alarm.actionsEnabled()),
                        alarm.alarmActions(),
                        alarm.okActions(),
                        alarm.insufficientDataActions()),
                alarm.alarmRule(),
                Optional.ofNullable(alarm.actionsSuppressor())
                        .filter(suppressor -> !suppressor.isEmpty())
                        .map(suppressor -> new CompositeAlarm.Suppressor(
                                suppressor,
                                new Suppression.Times(
                                        Objects.requireNonNullElse(alarm.actionsSuppressorWaitPeriod(), 0),
                                        Objects.requireNonNullElse(alarm.actionsSuppressorExtensionPeriod(), 0)))),
                new TreeMap<>());
    }

    private static OptionalDouble fewSamples(software.amazon.awssdk.services.cloudwatch.model.MetricAlarm alarm) {
        return IGNORE.equals(alarm.evaluateLowSampleCountPercentile()) && alarm.extendedStatistic() != null
                ? new Statistic(alarm.extendedStatistic()).percentile()
                : OptionalDouble.empty();
    }

    private static Optional<Watched> single(software.amazon.awssdk.services.cloudwatch.model.MetricAlarm alarm) {
        if (alarm.metricName() == null) {
            return Optional.empty();
        }
        String statistic = alarm.extendedStatistic() == null ? alarm.statisticAsString() : alarm.extendedStatistic();
        return Optional.of(new Watched.Single(
                id(alarm.namespace(), alarm.metricName(), alarm.dimensions()),
                new Statistic(statistic),
                Optional.ofNullable(alarm.unitAsString())));
    }

    /** Math over metrics of this account that share a period; other forms we do not write. */
    private static Optional<Watched> math(List<MetricDataQuery> queries) {
        List<Watched.Input> inputs = new ArrayList<>();
        List<Watched.Formula> formulas = new ArrayList<>();
        String result = "";
        for (MetricDataQuery query : queries) {
            if (query.accountId() != null || (query.expression() == null) == (query.metricStat() == null)) {
                return Optional.empty();
            }
            if (query.metricStat() == null) {
                formulas.add(new Watched.Formula(query.id(), query.expression(), text(query.label())));
            } else {
                inputs.add(new Watched.Input(query.id(), single(query.metricStat())));
            }
            if (Boolean.TRUE.equals(query.returnData())) {
                result = query.id();
            }
        }
        return Optional.of(new Watched.MetricMath(inputs, formulas, result));
    }

    private static Watched.Single single(MetricStat metric) {
        return new Watched.Single(
                id(
                        metric.metric().namespace(),
                        metric.metric().metricName(),
                        metric.metric().dimensions()),
                new Statistic(metric.stat()),
                Optional.ofNullable(metric.unitAsString()));
    }

    private static int period(List<MetricDataQuery> queries) {
        List<Integer> periods = queries.stream()
                .filter(query -> query.metricStat() != null)
                .map(query -> query.metricStat().period())
                .distinct()
                .toList();
        if (periods.size() != 1) {
            throw new IllegalArgumentException("metrics of one alarm share a period, not " + periods);
        }
        return periods.getFirst();
    }

    private static MetricId id(String namespace, String name, List<Dimension> dimensions) {
        TreeMap<String, String> values = new TreeMap<>();
        dimensions.forEach(dimension -> values.put(dimension.name(), dimension.value()));
        return new MetricId(namespace, name, values);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
