package io.agentctl.control.capacity;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a meter was used.
 *
 * @param meter reads or writes, of the table or an index
 * @param provisioned units a second now; 0 on demand
 * @param scaling such as {@code 5-100 at 70 %}; empty if it does not scale
 * @param mean units a second consumed on average
 * @param p99 units a second that 99 % of the periods did not exceed
 * @param peak units a second in the busiest period
 * @param utilization the mean share, 0 to 1, of what was provisioned that was in use; empty on demand
 * @param throttled requests refused
 * @param history units a second consumed, the highest of each of up to 100 stretches
 */
public record UsageRow(
        Meter meter,
        int provisioned,
        Optional<String> scaling,
        double mean,
        double p99,
        double peak,
        OptionalDouble utilization,
        long throttled,
        List<Double> history) {
    public UsageRow {
        history = List.copyOf(history);
    }
}
