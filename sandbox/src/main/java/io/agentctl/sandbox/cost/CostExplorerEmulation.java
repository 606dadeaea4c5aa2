package io.agentctl.sandbox.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.costexplorer.CostExplorerClient;
import software.amazon.awssdk.services.costexplorer.model.Dimension;
import software.amazon.awssdk.services.costexplorer.model.DimensionValues;
import software.amazon.awssdk.services.costexplorer.model.Expression;
import software.amazon.awssdk.services.costexplorer.model.GetCostAndUsageRequest;
import software.amazon.awssdk.services.costexplorer.model.GetCostAndUsageResponse;
import software.amazon.awssdk.services.costexplorer.model.Granularity;
import software.amazon.awssdk.services.costexplorer.model.Group;
import software.amazon.awssdk.services.costexplorer.model.GroupDefinition;
import software.amazon.awssdk.services.costexplorer.model.GroupDefinitionType;
import software.amazon.awssdk.services.costexplorer.model.MetricValue;
import software.amazon.awssdk.services.costexplorer.model.ResultByTime;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** Cost Explorer for an account that uses Lambda alone: by day, as a whole or by one tag. */
public final class CostExplorerEmulation implements CostExplorerClient {
    private static final String SERVICE = "AWS Lambda";
    private static final int SCALE = 10;

    private final DailyBills bills;
    private final String region;

    /** An emulation of what functions did. */
    public CostExplorerEmulation(LambdaClient lambda, CloudWatchClient cloudWatch, String region) {
        this.bills = new DailyBills(lambda, cloudWatch);
        this.region = region;
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Nothing is held open.
    }

    @Override
    public GetCostAndUsageResponse getCostAndUsage(GetCostAndUsageRequest request) {
        if (request.timePeriod() == null || request.metrics().isEmpty()) {
            throw CostErrors.invalid("TimePeriod and Metrics are required.");
        }
        if (request.granularity() != Granularity.DAILY) {
            throw CostErrors.invalid("Only DAILY granularity is simulated.");
        }
        LocalDate from = day(request.timePeriod().start());
        LocalDate until = day(request.timePeriod().end());
        if (!from.isBefore(until)) {
            throw CostErrors.invalid("Start date (and hour) should be before end date (and hour)");
        }
        List<DailyBills.Bill> known =
                matches(request.filter()) ? bills.between(from, until) : List.<DailyBills.Bill>of();
        List<ResultByTime> results = new ArrayList<>();
        for (LocalDate day = from; day.isBefore(until); day = day.plusDays(1)) {
            results.add(result(request, known, day));
        }
        return GetCostAndUsageResponse.builder()
                .groupDefinitions(request.groupBy())
                .resultsByTime(results)
                .build();
    }

    private static ResultByTime result(GetCostAndUsageRequest request, List<DailyBills.Bill> bills, LocalDate day) {
        ResultByTime.Builder result = ResultByTime.builder()
                .timePeriod(period ->
                        period.start(day.toString()).end(day.plusDays(1).toString()))
                .estimated(true);
        if (request.groupBy().isEmpty()) {
            double all = bills.stream()
                    .mapToDouble(bill -> bill.byDay().getOrDefault(day, 0.0))
                    .sum();
            return result.total(metrics(request, all)).build();
        }
        String tag = tag(request.groupBy());
        Map<String, Double> byTag = new TreeMap<>();
        for (DailyBills.Bill bill : bills) {
            if (bill.byDay().containsKey(day)) {
                byTag.merge(
                        tag + "$" + bill.tags().getOrDefault(tag, ""),
                        bill.byDay().get(day),
                        Double::sum);
            }
        }
        return result.groups(byTag.entrySet().stream()
                        .map(entry -> Group.builder()
                                .keys(entry.getKey())
                                .metrics(metrics(request, entry.getValue()))
                                .build())
                        .toList())
                .build();
    }

    private static Map<String, MetricValue> metrics(GetCostAndUsageRequest request, double usd) {
        Map<String, MetricValue> metrics = new TreeMap<>();
        String amount = BigDecimal.valueOf(usd)
                .setScale(SCALE, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
        for (String metric : request.metrics()) {
            if (!metric.endsWith("Cost")) {
                throw CostErrors.invalid("Only costs are simulated, not " + metric);
            }
            metrics.put(metric, MetricValue.builder().amount(amount).unit("USD").build());
        }
        return metrics;
    }

    private static String tag(List<GroupDefinition> groups) {
        if (groups.size() > 1 || groups.getFirst().type() != GroupDefinitionType.TAG) {
            throw CostErrors.invalid("Only grouping by one TAG is simulated.");
        }
        return groups.getFirst().key();
    }

    private boolean matches(Expression filter) {
        if (filter == null) {
            return true;
        }
        if (filter.hasAnd()) {
            return filter.and().stream().allMatch(this::matches);
        }
        DimensionValues values = filter.dimensions();
        if (values != null && values.key() == Dimension.SERVICE) {
            return values.values().contains(SERVICE);
        }
        if (values != null && values.key() == Dimension.REGION) {
            return values.values().contains(region);
        }
        throw CostErrors.invalid("Only And and the dimensions SERVICE and REGION are simulated in filters.");
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException ignored) {
            throw CostErrors.invalid("Not a day such as 2026-01-31: " + text);
        }
    }
}
