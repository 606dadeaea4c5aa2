package io.agentctl.control.lambda.cost;

import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.progress.ProgressListener;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.services.costexplorer.CostExplorerClient;
import software.amazon.awssdk.services.costexplorer.model.Dimension;
import software.amazon.awssdk.services.costexplorer.model.Expression;
import software.amazon.awssdk.services.costexplorer.model.GetCostAndUsageRequest;
import software.amazon.awssdk.services.costexplorer.model.GetCostAndUsageResponse;
import software.amazon.awssdk.services.costexplorer.model.Granularity;
import software.amazon.awssdk.services.costexplorer.model.Group;
import software.amazon.awssdk.services.costexplorer.model.GroupDefinition;
import software.amazon.awssdk.services.costexplorer.model.GroupDefinitionType;
import software.amazon.awssdk.services.costexplorer.model.MetricValue;
import software.amazon.awssdk.services.costexplorer.model.ResultByTime;

/** Asks Cost Explorer; each page of an answer is a call that AWS charges for. */
final class CostExplorerGateway {

    /** US dollars a request (aws.amazon.com/aws-cost-management/aws-cost-explorer/pricing). */
    static final String PRICE_OF_A_CALL = "$0.01";

    private static final String SERVICE = "AWS Lambda";
    private static final String METRIC = "UnblendedCost";

    private final Supplier<CostExplorerClient> costExplorer;
    private final ApiCalls calls;

    CostExplorerGateway(Supplier<CostExplorerClient> costExplorer, ApiCalls calls) {
        this.costExplorer = costExplorer;
        this.calls = calls;
    }

    /**
     * What Lambda was billed, by function's tag and day.
     *
     * @throws io.agentctl.control.error.AgentctlException NOT_ALLOWED without {@code ce:GetCostAndUsage}
     */
    List<BilledDay> ask(CostQuestion question, ProgressListener progress) {
        progress.say("asking Cost Explorer, for which AWS charges " + PRICE_OF_A_CALL + " a call");
        GetCostAndUsageRequest request = GetCostAndUsageRequest.builder()
                .timePeriod(period -> period.start(question.from().toString())
                        .end(question.until().toString()))
                .granularity(Granularity.DAILY)
                .metrics(METRIC)
                .filter(filter -> filter.and(is(Dimension.SERVICE, SERVICE), is(Dimension.REGION, question.region())))
                .groupBy(GroupDefinition.builder()
                        .type(GroupDefinitionType.TAG)
                        .key(question.tag())
                        .build())
                .build();
        List<BilledDay> days = new ArrayList<>();
        String token = null;
        do {
            String page = token;
            GetCostAndUsageResponse response = calls.call("ask Cost Explorer what functions cost", () -> costExplorer
                    .get()
                    .getCostAndUsage(request.toBuilder().nextPageToken(page).build()));
            response.resultsByTime().forEach(day -> add(day, days));
            token = response.nextPageToken();
        } while (token != null);
        return days;
    }

    private static Expression is(Dimension dimension, String value) {
        return Expression.builder()
                .dimensions(values -> values.key(dimension).values(value))
                .build();
    }

    /** A group of a tag is called {@code KEY$VALUE}, with nothing behind the sign where there is no such tag. */
    private static void add(ResultByTime day, List<BilledDay> days) {
        for (Group group : day.groups()) {
            String key = group.keys().getFirst();
            MetricValue cost = group.metrics().get(METRIC);
            days.add(new BilledDay(
                    LocalDate.parse(day.timePeriod().start()),
                    key.substring(key.indexOf('$') + 1),
                    cost == null ? 0 : Double.parseDouble(cost.amount())));
        }
    }
}
