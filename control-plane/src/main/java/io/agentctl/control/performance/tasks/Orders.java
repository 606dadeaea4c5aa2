package io.agentctl.control.performance.tasks;

import java.time.Instant;
import java.util.Optional;

/**
 * What tasks are told while they run.
 *
 * @param beat changes while whoever started them looks after them
 * @param begin when all begin to send, once that is known
 * @param stop whether they are to stop
 */
record Orders(long beat, Optional<Instant> begin, boolean stop) {

    Orders next() {
        return new Orders(beat + 1, begin, stop);
    }

    Orders beginning(Instant at) {
        return new Orders(beat + 1, Optional.of(at), stop);
    }

    Orders stopping() {
        return new Orders(beat + 1, begin, true);
    }
}
