package io.agentctl.sandbox.alarm;

import io.agentctl.alarm.metric.AlarmRule;
import io.agentctl.alarm.metric.Comparison;
import io.agentctl.alarm.metric.MissingData;
import io.agentctl.sandbox.metrics.CloudWatchErrors;
import io.agentctl.sandbox.metrics.MetricCatalog;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

/** Makes definitions of {@code PutMetricAlarm} requests, and refuses what CloudWatch refuses. */
final class MetricAlarmReader {
    private static final String DYNAMODB = "AWS/DynamoDB";
    private static final Set<String> BANDS =
            Set.of("LessThanLowerOrGreaterThanUpperThreshold", "LessThanLowerThreshold", "GreaterThanUpperThreshold");
    private static final Pattern PERCENTILE = Pattern.compile("p(\\d{1,2}(?:\\.\\d{1,10})?|100)");
    private static final double WHOLE = 100;
    private static final int DAY = 86_400;

    private final Watched watched;

    MetricAlarmReader(MetricCatalog catalog) {
        this.watched = new Watched(catalog);
    }

    Definition.OfMetric read(PutMetricAlarmRequest request) {
        AlarmText.check(
                request.alarmName(),
                request.alarmDescription(),
                java.util.List.of(request.okActions(), request.alarmActions(), request.insufficientDataActions()),
                request.tags());
        Watched.Source source = watched.of(request);
        return new Definition.OfMetric(request, rule(request, source), source.datapoints());
    }

    private static AlarmRule rule(PutMetricAlarmRequest request, Watched.Source source) {
        Comparison comparison = comparison(request);
        if (request.threshold() == null) {
            throw CloudWatchErrors.validation("The parameter Threshold is required for a static threshold alarm.");
        }
        int periods = AlarmText.positive("evaluationPeriods", request.evaluationPeriods());
        int toAlarm = request.datapointsToAlarm() == null
                ? periods
                : AlarmText.positive("datapointsToAlarm", request.datapointsToAlarm());
        if (toAlarm > periods) {
            throw CloudWatchErrors.validation("DatapointsToAlarm must be less than or equal to EvaluationPeriods: "
                    + toAlarm + " of " + periods + ".");
        }
        long longest = AlarmRule.longestSeconds(source.period());
        if ((long) source.period() * periods > longest) {
            throw CloudWatchErrors.validation(
                    "Metrics cannot be checked across more than a %s (EvaluationPeriods * Period must be <= %d)."
                            .formatted(longest == DAY ? "day" : "week", longest));
        }
        try {
            return new AlarmRule(
                    comparison,
                    request.threshold(),
                    source.period(),
                    periods,
                    toAlarm,
                    missing(request),
                    fewSamples(request, source));
        } catch (IllegalArgumentException e) {
            throw CloudWatchErrors.validation("Invalid alarm: " + e.getMessage() + ".");
        }
    }

    private static Comparison comparison(PutMetricAlarmRequest request) {
        String name = request.comparisonOperatorAsString();
        if (name == null) {
            throw CloudWatchErrors.validation(AlarmText.nothing("comparisonOperator"));
        }
        if (BANDS.contains(name) || request.thresholdMetricId() != null) {
            throw CloudWatchErrors.validation("The sandbox has no anomaly detection models, so " + name
                    + " cannot be evaluated: use a static threshold.");
        }
        return Comparison.named(name)
                .orElseThrow(() -> CloudWatchErrors.validation(AlarmText.notOneOf(
                        "comparisonOperator",
                        name,
                        java.util.Arrays.stream(Comparison.values())
                                .map(Comparison::awsName)
                                .toList())));
    }

    /** Alarms on DynamoDB's metrics ignore missing data, whatever they say (service model, PutMetricAlarm). */
    private static MissingData missing(PutMetricAlarmRequest request) {
        String name = request.treatMissingData();
        MissingData given = name == null
                ? MissingData.MISSING
                : MissingData.named(name)
                        .orElseThrow(() -> CloudWatchErrors.validation("Option " + name
                                + " is not supported for treat-missing-data parameter. Supported options are"
                                + " [breaching, notBreaching, ignore, missing]."));
        return DYNAMODB.equals(request.namespace()) ? MissingData.IGNORE : given;
    }

    private static OptionalDouble fewSamples(PutMetricAlarmRequest request, Watched.Source source) {
        String setting = request.evaluateLowSampleCountPercentile();
        if (setting == null) {
            return OptionalDouble.empty();
        }
        if (!setting.equals("evaluate") && !setting.equals("ignore")) {
            throw CloudWatchErrors.validation("Option " + setting
                    + " is not supported for evaluate-low-sample-count-percentile parameter. Supported options are"
                    + " [evaluate, ignore].");
        }
        Matcher percentile = PERCENTILE.matcher(source.statistic());
        if (!percentile.matches()) {
            throw CloudWatchErrors.validation(
                    "Option EvaluateLowSampleCountPercentile is only supported for percentile statistics.");
        }
        double share = Double.parseDouble(percentile.group(1)) / WHOLE;
        // The rule speaks of samples beyond the percentile, of which the ends of the range have none.
        return setting.equals("ignore") && share > 0 && share < 1 ? OptionalDouble.of(share) : OptionalDouble.empty();
    }
}
