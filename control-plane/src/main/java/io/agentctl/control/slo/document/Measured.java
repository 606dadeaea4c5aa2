package io.agentctl.control.slo.document;

import io.agentctl.control.slo.Indicator;
import io.agentctl.control.slo.Indicator.Reading;

/** What a service level indicator measures, before an objective says what is good. */
sealed interface Measured {

    /** Events, counted twice. */
    record Events(Indicator.Ratio ratio) implements Measured {}

    /** A figure; objectives give the limit. */
    record Figure(Reading reading) implements Measured {}

    /**
     * A share that somebody else has computed.
     *
     * @param success whether it is that of good events
     */
    record Share(Reading reading, boolean success) implements Measured {}
}
