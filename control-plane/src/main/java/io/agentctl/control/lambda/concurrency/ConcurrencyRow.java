package io.agentctl.control.lambda.concurrency;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What is kept ready for one alias or version.
 *
 * @param target which
 * @param version the version that an alias points at, with the weights of others; the version itself
 * @param requested how many were asked for; 0 for none
 * @param allocated how many there are
 * @param available how many of them can take an invocation
 * @param status {@code ready}, {@code in-progress}, {@code failed}; {@code none} where nothing is kept ready
 * @param reason why it failed; empty otherwise
 * @param utilization mean share of their time that they were busy, 0 to 1; empty without data
 * @param peakUtilization the highest of any period; empty without data
 * @param spilled invocations over the look-back that found none free
 * @param spilloverShare their share of all; empty without any
 * @param history utilization over time, -1 where nothing was measured
 */
public record ConcurrencyRow(
        ConcurrencyTarget target,
        String version,
        int requested,
        int allocated,
        int available,
        String status,
        String reason,
        OptionalDouble utilization,
        OptionalDouble peakUtilization,
        long spilled,
        OptionalDouble spilloverShare,
        List<Double> history) {

    public ConcurrencyRow {
        history = List.copyOf(history);
    }
}
