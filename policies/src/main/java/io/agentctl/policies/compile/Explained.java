package io.agentctl.policies.compile;

import java.util.List;
import java.util.Optional;

/**
 * A condition's value, and why it has it.
 *
 * @param value absent if it has none
 * @param problem why it has none; empty if it has one
 * @param reasons comparisons and tests that gave the value, each with what would have given the other
 */
public record Explained(Optional<Boolean> value, String problem, List<String> reasons) {

    public Explained {
        reasons = List.copyOf(reasons);
    }
}
