package io.agentctl.control.lambda.cost;

import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.aws.AwsClients;
import io.agentctl.control.lambda.LambdaWiring;
import io.agentctl.control.metrics.MetricsGateway;
import io.agentctl.control.plan.Target;
import io.agentctl.control.pricing.LambdaPriceTable;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;

/** Puts this package's parts together. */
public final class CostWiring {

    private CostWiring() {}

    /**
     * The use case that tells what functions cost.
     *
     * @param here the account and region
     * @param cacheFolder where Cost Explorer's answers are kept
     */
    public static CostOfFunctions costs(
            AwsClients aws,
            LambdaWiring lambda,
            MetricsGateway metrics,
            Supplier<Target> here,
            Path cacheFolder,
            Supplier<LambdaPriceTable> prices,
            Clock clock) {
        return new CostOfFunctions(
                here,
                new UseObserver(lambda.functions(), metrics),
                new CostExplorerGateway(aws::costExplorer, new ApiCalls(1)),
                new CostCache(cacheFolder, clock),
                prices,
                clock);
    }
}
