package io.agentctl.control.pricing;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.fargate.Architecture;
import java.nio.file.Path;
import java.util.List;

/** Reads Fargate's price tables: the one that is shipped, and a user's file over it. */
public final class PriceTables {

    /** The region whose prices stand in for regions that a table does not know. */
    public static final String DEFAULT_REGION = "us-east-1";

    private static final String SPOT_FACTOR = "spotFactor";
    private static final PriceForm<Architecture, FargateRate> FORM = new PriceForm<>(
            Architecture.class,
            "architecture",
            List.of("date", "source", SPOT_FACTOR),
            List.of("vcpuHour", "gbHour"),
            numbers -> new FargateRate(numbers.get("vcpuHour"), numbers.get("gbHour")),
            prices -> prices.regions().keySet().forEach(region -> table(prices, region, region)),
            "a price table has date, source, spotFactor, and regions with vcpuHour and gbHour for each of X86_64 and ARM64");

    private final PriceDocument.Prices<Architecture, FargateRate> prices;

    private PriceTables(PriceDocument.Prices<Architecture, FargateRate> prices) {
        this.prices = prices;
    }

    /** The prices that are shipped. */
    public static PriceTables shipped() {
        return new PriceTables(PriceDocument.shipped("fargate-prices.yaml", FORM));
    }

    /**
     * These prices with a user's over them: regions that the file names replace those here, and so do its date, source
     * and Spot factor.
     *
     * @throws AgentctlException BAD_DOCUMENT, with line and column, if the file is not a price table
     */
    public PriceTables overriddenBy(Path file) {
        return new PriceTables(prices.overriddenBy(PriceDocument.read(file, FORM)));
    }

    /**
     * The prices of a region; those of {@value #DEFAULT_REGION} stand in where there are none, and the table says so.
     */
    public PriceTable forRegion(String region) {
        return table(prices, region, prices.regions().containsKey(region) ? region : DEFAULT_REGION);
    }

    private static PriceTable table(
            PriceDocument.Prices<Architecture, FargateRate> prices, String region, String priced) {
        return new PriceTable(
                region,
                priced,
                prices.date(),
                prices.source(),
                prices.regions().get(priced),
                spotFactor(prices.heads().get(SPOT_FACTOR)));
    }

    private static double spotFactor(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException("not a number: '" + text + "'", noNumber);
        }
    }
}
