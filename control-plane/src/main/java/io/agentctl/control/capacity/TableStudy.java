package io.agentctl.control.capacity;

import io.agentctl.control.capacity.simulation.Demand;
import io.agentctl.control.pricing.TablePriceTable;
import io.agentctl.control.pricing.TableRate;
import java.time.Instant;
import java.util.SortedMap;

/**
 * What it takes to judge how a table should be provided for.
 *
 * @param at when it was looked at
 * @param table as it is
 * @param back over which time its use was read
 * @param used how it was used
 * @param prices of the region
 * @param quotas what the account may provision
 */
record TableStudy(
        Instant at, ObservedTable table, LookBack back, TableUsage used, TablePriceTable prices, Quotas quotas) {

    SortedMap<Meter, Demand> demands() {
        return used.demands();
    }

    /** The prices of its class. */
    TableRate rate() {
        return prices.rates().get(table.tableClass());
    }
}
