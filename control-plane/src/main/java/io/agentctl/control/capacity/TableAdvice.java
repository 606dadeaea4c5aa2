package io.agentctl.control.capacity;

import java.util.List;
import java.util.Optional;

/**
 * Which mode a table should have.
 *
 * @param meters each by itself
 * @param present what it costs as it is
 * @param onDemand what it would on demand
 * @param provisioned what it would provisioned, each meter at its cheapest; empty if that cannot be had
 * @param advised the mode it should have; empty if nothing can be advised
 * @param worthwhile true if it should be switched
 * @param reason why
 */
record TableAdvice(
        List<MeterAdvice> meters,
        ModeCost present,
        ModeCost onDemand,
        Optional<ModeCost> provisioned,
        Optional<Mode> advised,
        boolean worthwhile,
        String reason) {

    TableAdvice {
        meters = List.copyOf(meters);
    }
}
