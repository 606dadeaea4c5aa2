package io.agentctl.control.windows.run;

import io.agentctl.control.journal.Operation;
import java.util.Optional;

/**
 * What was done with a service.
 *
 * @param decision what was decided when it was looked at last
 * @param operation what was carried out; empty if there was nothing to do
 */
record Moved(Decision decision, Optional<Operation> operation) {}
