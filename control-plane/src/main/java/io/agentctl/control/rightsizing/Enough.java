package io.agentctl.control.rightsizing;

import java.time.Duration;
import java.util.Optional;

/** Whether there is enough data for advice. */
final class Enough {

    static final Duration LEAST_SPAN = Duration.ofHours(24);
    static final int LEAST_POINTS = 300;

    private Enough() {}

    /** Why the data is not enough; empty if it is. */
    static Optional<ReasonCode> ofData(Demand demand) {
        int present = demand.present();
        if (present == 0) {
            return Optional.of(ReasonCode.NO_DATA);
        }
        if (demand.period().multipliedBy(demand.span()).compareTo(LEAST_SPAN) < 0) {
            return Optional.of(ReasonCode.TOO_SHORT);
        }
        return present < LEAST_POINTS ? Optional.of(ReasonCode.TOO_FEW_POINTS) : Optional.empty();
    }
}
