package io.agentctl.plane.schedule;

import java.time.Instant;

/** Begins what is due; asked twice for one due time, it begins it once. */
@FunctionalInterface
interface Beginning {

    /** The id of the run, which this or an earlier asking began. */
    String begin(Schedule schedule, Instant due);
}
