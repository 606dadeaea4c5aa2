package io.agentctl.control.performance.load;

import io.agentctl.control.performance.scenario.Scenario;
import io.agentctl.control.performance.threshold.Threshold;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is to be tested.
 *
 * @param scenario what is sent
 * @param url where to
 * @param thresholds the scenario's and others, read
 * @param abortOnFail whether to end as soon as one is missed
 * @param cap how many requests are sent at most
 * @param authorities a file of certificates to trust (PEM); nothing for the JDK's own
 * @param turn which part of it, and from when on
 */
public record LoadRequest(
        Scenario scenario,
        URI url,
        List<Threshold> thresholds,
        boolean abortOnFail,
        long cap,
        Optional<Path> authorities,
        Turn turn) {

    public LoadRequest {
        thresholds = List.copyOf(thresholds);
    }
}
