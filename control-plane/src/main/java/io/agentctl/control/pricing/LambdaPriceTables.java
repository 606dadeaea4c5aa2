package io.agentctl.control.pricing;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.fargate.Architecture;
import java.nio.file.Path;
import java.util.List;

/** Reads Lambda's price tables: the one that is shipped, and a user's file over it. */
public final class LambdaPriceTables {

    private static final PriceForm<Architecture, LambdaRate> FORM = new PriceForm<>(
            Architecture.class,
            "architecture",
            List.of("date", "source"),
            List.of("gbSecond", "millionRequests", ProvisionedRate.READY, ProvisionedRate.DURATION),
            numbers -> new LambdaRate(
                    numbers.get("gbSecond"), numbers.get("millionRequests"), ProvisionedRate.of(numbers)),
            prices -> prices.regions().keySet().forEach(region -> table(prices, region, region)),
            "a price table has date, source, and regions with gbSecond and millionRequests for each of X86_64 and ARM64,"
                    + " and where provisioned concurrency is used provisionedReadyGbSecond and provisionedGbSecond");

    private final PriceDocument.Prices<Architecture, LambdaRate> prices;

    private LambdaPriceTables(PriceDocument.Prices<Architecture, LambdaRate> prices) {
        this.prices = prices;
    }

    /** The prices that are shipped. */
    public static LambdaPriceTables shipped() {
        return new LambdaPriceTables(PriceDocument.shipped("lambda-prices.yaml", FORM));
    }

    /**
     * These prices with a user's over them: regions that the file names replace those here, and so do its date and
     * source.
     *
     * @throws AgentctlException BAD_DOCUMENT, with line and column, if the file is not a price table
     */
    public LambdaPriceTables overriddenBy(Path file) {
        return new LambdaPriceTables(prices.overriddenBy(PriceDocument.read(file, FORM)));
    }

    /** The prices of a region; those of us-east-1 stand in where there are none, and the table says so. */
    public LambdaPriceTable forRegion(String region) {
        return table(prices, region, prices.regions().containsKey(region) ? region : PriceTables.DEFAULT_REGION);
    }

    private static LambdaPriceTable table(
            PriceDocument.Prices<Architecture, LambdaRate> prices, String region, String priced) {
        return new LambdaPriceTable(
                region, priced, prices.date(), prices.source(), prices.regions().get(priced));
    }
}
