package io.agentctl.control.performance.tasks;

import io.agentctl.control.performance.scenario.Scenario;
import java.net.URI;
import java.util.List;

/**
 * What all tasks of a run are told.
 *
 * @param scenario the whole of it; each sends its part
 * @param url where to
 * @param cap how many requests all together send at most
 * @param authorities certificates to trust (PEM); empty for the JDK's own
 * @param abortOn thresholds, as they are written, of which one that a task misses on its own ends the run
 */
public record Assignment(Scenario scenario, URI url, long cap, String authorities, List<String> abortOn) {

    public Assignment {
        abortOn = List.copyOf(abortOn);
    }
}
