package io.agentctl.control.pricing;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/**
 * What alarms cost in one region.
 *
 * @param region the region that was asked for
 * @param pricedRegion the region whose prices these are; another one where the table does not know the region
 * @param date when the prices were read
 * @param source where they were read
 * @param months US dollars a month, for every kind
 */
public record AlarmPriceTable(
        String region, String pricedRegion, LocalDate date, String source, Map<AlarmKind, Double> months) {

    public AlarmPriceTable {
        months = Map.copyOf(months);
        for (AlarmKind kind : AlarmKind.values()) {
            if (!months.containsKey(kind)) {
                throw new IllegalArgumentException("no price for " + kind + " in " + pricedRegion);
            }
        }
    }

    /** US dollars a month for one. */
    public double month(AlarmKind kind) {
        return months.get(kind);
    }

    /** One line for the reader: which prices, how old, and where they are a stand-in. */
    public String description() {
        String standIn = region.equals(pricedRegion) ? "" : " (no prices for " + region + ": these stand in)";
        return String.format(
                Locale.ROOT,
                "CloudWatch list prices of %s%s, %s, %s, %s, without the free tier",
                pricedRegion,
                standIn,
                date,
                source,
                PriceTable.CURRENCY);
    }
}
