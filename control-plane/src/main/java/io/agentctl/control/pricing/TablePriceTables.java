package io.agentctl.control.pricing;

import io.agentctl.control.error.AgentctlException;
import java.nio.file.Path;
import java.util.List;

/** Reads DynamoDB's price tables: the one that is shipped, and a user's file over it. */
public final class TablePriceTables {

    private static final PriceForm<TableClass, TableRate> FORM = new PriceForm<>(
            TableClass.class,
            "table class",
            List.of("date", "source"),
            List.of(
                    TableRate.MILLION_READS,
                    TableRate.MILLION_WRITES,
                    TableRate.READ_UNIT_HOUR,
                    TableRate.WRITE_UNIT_HOUR),
            TableRate::of,
            prices -> prices.regions().keySet().forEach(region -> table(prices, region, region)),
            "a price table has date, source, and regions with millionReads, millionWrites, readUnitHour and"
                    + " writeUnitHour for each of STANDARD and STANDARD_INFREQUENT_ACCESS");

    private final PriceDocument.Prices<TableClass, TableRate> prices;

    private TablePriceTables(PriceDocument.Prices<TableClass, TableRate> prices) {
        this.prices = prices;
    }

    /** The prices that are shipped. */
    public static TablePriceTables shipped() {
        return new TablePriceTables(PriceDocument.shipped("table-prices.yaml", FORM));
    }

    /**
     * These prices with a user's over them: regions that the file names replace those here, and so do its date and
     * source.
     *
     * @throws AgentctlException BAD_DOCUMENT, with line and column, if the file is not a price table
     */
    public TablePriceTables overriddenBy(Path file) {
        return new TablePriceTables(prices.overriddenBy(PriceDocument.read(file, FORM)));
    }

    /** The prices of a region; those of us-east-1 stand in where there are none, and the table says so. */
    public TablePriceTable forRegion(String region) {
        return table(prices, region, prices.regions().containsKey(region) ? region : PriceTables.DEFAULT_REGION);
    }

    private static TablePriceTable table(
            PriceDocument.Prices<TableClass, TableRate> prices, String region, String priced) {
        return new TablePriceTable(
                region, priced, prices.date(), prices.source(), prices.regions().get(priced));
    }
}
