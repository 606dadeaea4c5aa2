package io.agentctl.control.alarms.signals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * An objective as Application Signals would keep it.
 *
 * @param name of the objective there
 * @param basis what the share is of, there: requests or periods
 * @param request what CreateServiceLevelObjective takes, as {@code aws application-signals} reads it
 * @param lost what of the objective cannot be said there, a sentence each
 */
public record SignalsObjective(String name, Basis basis, ObjectNode request, List<String> lost) {

    /** What attainment is counted in. */
    public enum Basis {
        REQUESTS,
        PERIODS
    }

    public SignalsObjective {
        lost = List.copyOf(lost);
    }
}
