package io.agentctl.control.alarms.compose;

import java.util.Map;

/** How often alarms would have told somebody lately: what a back-test answers, and a plan shows. */
@FunctionalInterface
public interface ExpectedPages {

    /** Where nobody tried. */
    ExpectedPages UNKNOWN = composition -> Map.of();

    /**
     * Tries all alarms of a composition on what was measured.
     *
     * @return pages a week by the names of alarms that tell somebody; those that could not be tried are left out
     */
    Map<String, Double> aWeek(Composition composition);
}
