package io.agentctl.control.pricing;

import io.agentctl.control.fargate.Architecture;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/**
 * The Lambda prices of one region, on demand, first tier: the discounts from billions of GB-seconds on are left out.
 *
 * @param region the region that was asked for
 * @param pricedRegion the region whose prices these are; another one where the table does not know the region
 * @param date when the prices were read
 * @param source where they were read
 * @param rates for every architecture
 */
public record LambdaPriceTable(
        String region, String pricedRegion, LocalDate date, String source, Map<Architecture, LambdaRate> rates) {

    public LambdaPriceTable {
        rates = Map.copyOf(rates);
        for (Architecture architecture : Architecture.values()) {
            if (!rates.containsKey(architecture)) {
                throw new IllegalArgumentException("no price for " + architecture + " in " + pricedRegion);
            }
        }
    }

    /** One line for the reader: which prices, how old, and where they are a stand-in. */
    public String description() {
        String standIn = region.equals(pricedRegion) ? "" : " (no prices for " + region + ": these stand in)";
        return String.format(
                Locale.ROOT,
                "Lambda list prices of %s%s, %s, %s, %s, the request charge included",
                pricedRegion,
                standIn,
                date,
                source,
                PriceTable.CURRENCY);
    }
}
