package io.agentctl.control.pricing;

import io.agentctl.control.fargate.Architecture;
import io.agentctl.control.plan.Money;
import java.time.LocalDate;
import java.util.Map;

/**
 * The Fargate prices of one region.
 *
 * @param region the region that was asked for
 * @param pricedRegion the region whose prices these are; another one where the table does not know the region
 * @param date when the prices were read
 * @param source where they were read
 * @param rates on demand, for every architecture
 * @param spotFactor what Spot costs as a share of on demand, above 0 and up to 1; Spot prices move, so it is a guide
 */
public record PriceTable(
        String region,
        String pricedRegion,
        LocalDate date,
        String source,
        Map<Architecture, FargateRate> rates,
        double spotFactor) {

    /** The only currency: AWS's list prices. */
    public static final String CURRENCY = "USD";

    /** Hours in a month of a price: 365 × 24 / 12, as AWS's own calculator has it. */
    public static final double HOURS_PER_MONTH = 730;

    private static final double CPU_UNITS_PER_VCPU = 1024;
    private static final double MIB_PER_GB = 1024;

    public PriceTable {
        rates = Map.copyOf(rates);
        for (Architecture architecture : Architecture.values()) {
            if (!rates.containsKey(architecture)) {
                throw new IllegalArgumentException("no price for " + architecture + " in " + pricedRegion);
            }
        }
        if (!(spotFactor > 0 && spotFactor <= 1)) {
            throw new IllegalArgumentException("a Spot factor is above 0 and up to 1, not " + spotFactor);
        }
    }

    /**
     * What tasks cost in a month of 730 hours, in US dollars, before it is rounded to money.
     *
     * @param cpuUnits of one task
     * @param memoryMib of one task
     * @param tasks how many run on average
     * @param spotShare the share of them on Spot, 0 to 1
     */
    public double monthlyUsd(int cpuUnits, int memoryMib, double tasks, Architecture architecture, double spotShare) {
        FargateRate rate = rates.get(architecture);
        double hourly = cpuUnits / CPU_UNITS_PER_VCPU * rate.vcpuHour() + memoryMib / MIB_PER_GB * rate.gbHour();
        return hourly * HOURS_PER_MONTH * tasks * (1 - spotShare * (1 - spotFactor));
    }

    /** As {@link #monthlyUsd}, as money. */
    public Money monthlyCost(int cpuUnits, int memoryMib, double tasks, Architecture architecture, double spotShare) {
        return Money.ofUsd(monthlyUsd(cpuUnits, memoryMib, tasks, architecture, spotShare));
    }

    /** One line for the reader: which prices, how old, and where they are a stand-in. */
    public String description() {
        String standIn = region.equals(pricedRegion) ? "" : " (no prices for " + region + ": these stand in)";
        return "Fargate list prices of " + pricedRegion + standIn + ", " + date + ", " + source + ", " + CURRENCY + ", "
                + Math.round(HOURS_PER_MONTH) + " hours a month, Spot at " + Math.round(spotFactor * 100)
                + " % of on demand";
    }
}
