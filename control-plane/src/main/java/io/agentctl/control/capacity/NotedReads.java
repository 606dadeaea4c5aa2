package io.agentctl.control.capacity;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads of which each may fail by itself: what is not known then is noted, and the others go on. */
final class NotedReads {

    /** What would befall every other read too, and what says that somebody wants an end. */
    private static final Set<ErrorCode> OF_ALL =
            EnumSet.of(ErrorCode.NOT_SIGNED_IN, ErrorCode.INTERRUPTED, ErrorCode.BUG, ErrorCode.BAD_CONFIGURATION);

    private final List<String> notes = new ArrayList<>();

    /**
     * Reads.
     *
     * @param unknown what is not known if that fails
     * @return empty if it failed
     * @throws AgentctlException if every other read would fail for the same reason
     */
    <T> Optional<T> read(String unknown, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (AgentctlException failed) {
            if (OF_ALL.contains(failed.code())) {
                throw failed;
            }
            notes.add(unknown + " not known: " + failed.getMessage());
            return Optional.empty();
        }
    }

    /** What is not known, and why. */
    List<String> notes() {
        return List.copyOf(notes);
    }
}
