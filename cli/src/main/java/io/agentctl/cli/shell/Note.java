package io.agentctl.cli.shell;

import io.agentctl.control.journal.OperationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One thing that was done in a session.
 *
 * @param at when it began
 * @param context where it went
 * @param line what was typed, without secrets
 * @param code how it ended
 * @param took how long
 * @param output what it printed
 * @param operations what it began
 */
record Note(
        Instant at, String context, String line, int code, Duration took, String output, List<OperationId> operations) {

    Note {
        operations = List.copyOf(operations);
    }
}
