package io.agentctl.control.ops;

import io.agentctl.control.journal.Operation;

/**
 * How an operation stands after it was undone or resumed.
 *
 * @param operation as it is now
 * @param acted false if nothing was to be done
 */
public record OperationEnded(OperationLine operation, boolean acted) {

    static OperationEnded of(long versionBefore, Operation after) {
        return new OperationEnded(OperationLine.of(after), after.version() != versionBefore);
    }
}
