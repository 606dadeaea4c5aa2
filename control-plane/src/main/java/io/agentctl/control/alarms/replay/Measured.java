package io.agentctl.control.alarms.replay;

import io.agentctl.control.alarms.definition.Watched;
import java.time.Instant;

/** What was measured of the metrics that alarms look at. */
public interface Measured {

    /** A statistic over the period that ends at each minute, with the number of samples for percentiles. */
    Windowed read(Watched.Single metric, int periodSeconds);

    /**
     * From when on a period is known as an alarm would have read it; before that, only coarser data is left.
     *
     * @param periodSeconds an alarm's
     */
    default Instant exactFrom(int periodSeconds) {
        return Instant.MIN;
    }
}
