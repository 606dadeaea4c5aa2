package io.agentctl.sandbox.table;

import java.util.Map;
import java.util.function.LongToDoubleFunction;

/**
 * What others do with a table or an index; counted, never run.
 *
 * @param reads read units that are wanted in a minute since the epoch; a pure function
 * @param writes write units that are wanted in a minute since the epoch; a pure function
 * @param scans the share of the read units that scans take, 0 to 1
 * @param hotKeys partition keys with their shares of the traffic, together at most 1
 * @param sinceMinute the first minute since the epoch that had any
 */
public record TableTraffic(
        LongToDoubleFunction reads,
        LongToDoubleFunction writes,
        double scans,
        Map<String, Double> hotKeys,
        long sinceMinute) {
    /** Validates and copies. */
    public TableTraffic {
        hotKeys = Map.copyOf(hotKeys);
        if (!(scans >= 0 && scans <= 1)) {
            throw new IllegalArgumentException("scans must be within 0..1: " + scans);
        }
        if (hotKeys.values().stream().anyMatch(share -> !(share > 0))
                || hotKeys.values().stream().mapToDouble(Double::doubleValue).sum() > 1) {
            throw new IllegalArgumentException("the shares of hotKeys must be above 0 and together at most 1");
        }
    }
}
