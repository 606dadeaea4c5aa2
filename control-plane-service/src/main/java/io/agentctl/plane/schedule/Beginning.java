package io.agentctl.plane.schedule;

import java.time.Instant;

/** Begins what is due; asked twice for one due time, it begins it once. */
@FunctionalInterface
interface Beginning {

    /** @return the id of the run */
    String begin(Schedule schedule, Instant due);
}
