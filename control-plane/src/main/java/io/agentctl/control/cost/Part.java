package io.agentctl.control.cost;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A part of what was asked for, or why it cannot be had: one part that is not allowed does not keep the others back.
 *
 * @param found the part
 * @param unknown why there is none; empty if there is
 */
record Part<T>(Optional<T> found, String unknown) {

    /** What says something of the part alone; whatever else goes wrong goes wrong for all. */
    private static final Set<ErrorCode> OF_THE_PART = EnumSet.of(
            ErrorCode.NOT_ALLOWED,
            ErrorCode.NOT_FOUND,
            ErrorCode.CONFLICT,
            ErrorCode.USAGE,
            ErrorCode.BAD_CONFIGURATION);

    static <T> Part<T> known(T found) {
        return new Part<>(Optional.of(found), "");
    }

    static <T> Part<T> of(Supplier<T> reading) {
        try {
            return known(reading.get());
        } catch (AgentctlException refused) {
            if (!OF_THE_PART.contains(refused.code())) {
                throw refused;
            }
            return new Part<>(Optional.empty(), refused.getMessage());
        }
    }
}
