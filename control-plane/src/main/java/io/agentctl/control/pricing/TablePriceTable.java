package io.agentctl.control.pricing;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/**
 * The DynamoDB prices of one region for reads and writes; what is stored costs the same in both modes and is left out.
 *
 * @param region the region that was asked for
 * @param pricedRegion the region whose prices these are; another one where the table does not know the region
 * @param date when the prices were read
 * @param source where they were read
 * @param rates for every class
 */
public record TablePriceTable(
        String region, String pricedRegion, LocalDate date, String source, Map<TableClass, TableRate> rates) {

    public TablePriceTable {
        rates = Map.copyOf(rates);
        for (TableClass tableClass : TableClass.values()) {
            if (!rates.containsKey(tableClass)) {
                throw new IllegalArgumentException("no price for " + tableClass + " in " + pricedRegion);
            }
        }
    }

    /** One line for the reader: which prices, how old, and where they are a stand-in. */
    public String description() {
        String standIn = region.equals(pricedRegion) ? "" : " (no prices for " + region + ": these stand in)";
        return String.format(
                Locale.ROOT,
                "DynamoDB list prices of %s%s, %s, %s, %s, without storage and reserved capacity",
                pricedRegion,
                standIn,
                date,
                source,
                PriceTable.CURRENCY);
    }
}
