package io.agentctl.control.pricing;

import io.agentctl.control.error.AgentctlException;
import java.nio.file.Path;
import java.util.List;

/** Reads the price tables of alarms: the one that is shipped, and a user's file over it. */
public final class AlarmPriceTables {

    private static final String MONTH = "month";

    private static final PriceForm<AlarmKind, Double> FORM = new PriceForm<>(
            AlarmKind.class,
            "kind of alarm",
            List.of("date", "source"),
            List.of(MONTH),
            numbers -> rate(numbers.get(MONTH)),
            prices -> prices.regions().keySet().forEach(region -> table(prices, region, region)),
            "a price table has date, source, and regions with month for each of STANDARD, HIGH_RESOLUTION and"
                    + " COMPOSITE");

    private final PriceDocument.Prices<AlarmKind, Double> prices;

    private AlarmPriceTables(PriceDocument.Prices<AlarmKind, Double> prices) {
        this.prices = prices;
    }

    /** The prices that are shipped. */
    public static AlarmPriceTables shipped() {
        return new AlarmPriceTables(PriceDocument.shipped("alarm-prices.yaml", FORM));
    }

    /**
     * These prices with a user's over them: regions that the file names replace those here, and so do its date and
     * source.
     *
     * @throws AgentctlException BAD_DOCUMENT, with line and column, if the file is not a price table
     */
    public AlarmPriceTables overriddenBy(Path file) {
        return new AlarmPriceTables(prices.overriddenBy(PriceDocument.read(file, FORM)));
    }

    /** The prices of a region; those of us-east-1 stand in where there are none, and the table says so. */
    public AlarmPriceTable forRegion(String region) {
        return table(prices, region, prices.regions().containsKey(region) ? region : PriceTables.DEFAULT_REGION);
    }

    private static double rate(double month) {
        if (!(month >= 0) || Double.isInfinite(month)) {
            throw new IllegalArgumentException("a price is finite and not negative, not " + month);
        }
        return month;
    }

    private static AlarmPriceTable table(PriceDocument.Prices<AlarmKind, Double> prices, String region, String priced) {
        return new AlarmPriceTable(
                region, priced, prices.date(), prices.source(), prices.regions().get(priced));
    }
}
