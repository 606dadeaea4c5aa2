package io.agentctl.sandbox.cost;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.Architecture;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;

/**
 * What each function is billed a day: requests and GB-seconds at the memory that {@code $LATEST} has.
 *
 * @param lambda the functions
 * @param cloudWatch what they did
 */
record DailyBills(LambdaClient lambda, CloudWatchClient cloudWatch) {
    /** US dollars in us-east-1 (aws.amazon.com/lambda/pricing). */
    private static final double REQUEST = 0.20e-6;

    private static final double X86_GB_SECOND = 0.0000166667;
    private static final double ARM_GB_SECOND = 0.0000133334;
    private static final double MB_PER_GB = 1024;
    private static final double MS_PER_SECOND = 1000;
    private static final int SECONDS_PER_DAY = 86_400;

    /**
     * A function's bills.
     *
     * @param tags the function's tags
     * @param byDay US dollars by day, UTC; days without invocations are not in it
     */
    record Bill(Map<String, String> tags, Map<LocalDate, Double> byDay) {}

    List<Bill> between(LocalDate from, LocalDate until) {
        List<Bill> bills = new ArrayList<>();
        lambda.listFunctionsPaginator()
                .functions()
                .forEach(function -> bills.add(new Bill(
                        lambda.listTags(request -> request.resource(function.functionArn()))
                                .tags(),
                        byDay(function, from, until))));
        return bills;
    }

    private Map<LocalDate, Double> byDay(FunctionConfiguration function, LocalDate from, LocalDate until) {
        double price = function.architectures().contains(Architecture.ARM64) ? ARM_GB_SECOND : X86_GB_SECOND;
        double busyMs = function.memorySize() / MB_PER_GB / MS_PER_SECOND * price;
        Map<LocalDate, Double> byDay = new TreeMap<>();
        add("Invocations", REQUEST, function, from, until, byDay);
        add("Duration", busyMs, function, from, until, byDay);
        return byDay;
    }

    private void add(
            String metric,
            double usdEach,
            FunctionConfiguration function,
            LocalDate from,
            LocalDate until,
            Map<LocalDate, Double> byDay) {
        MetricDataQuery query = MetricDataQuery.builder()
                .id("sum")
                .metricStat(statistic -> statistic
                        .metric(one -> one.namespace("AWS/Lambda")
                                .metricName(metric)
                                .dimensions(Dimension.builder()
                                        .name("FunctionName")
                                        .value(function.functionName())
                                        .build()))
                        .period(SECONDS_PER_DAY)
                        .stat("Sum"))
                .build();
        MetricDataResult result = cloudWatch
                .getMetricData(request ->
                        request.startTime(start(from)).endTime(start(until)).metricDataQueries(query))
                .metricDataResults()
                .getFirst();
        for (int i = 0; i < result.timestamps().size(); i++) {
            byDay.merge(
                    LocalDate.ofInstant(result.timestamps().get(i), ZoneOffset.UTC),
                    result.values().get(i) * usdEach,
                    Double::sum);
        }
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
