package io.agentctl.control.lambda.invocation;

import io.agentctl.control.race.Measurement;

/**
 * What came of a call.
 *
 * @param measurement for the race
 * @param clientTimed true if no report was found, so that its time is the one that passed here, the network included
 * @param error what the function or Lambda said, if it failed; else empty
 */
public record Answered(Measurement measurement, boolean clientTimed, String error) {}
