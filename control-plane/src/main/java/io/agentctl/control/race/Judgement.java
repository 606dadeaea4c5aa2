package io.agentctl.control.race;

import java.util.Map;
import java.util.Optional;

/**
 * What is made of the measurements after a round.
 *
 * @param departures sizes that leave now, in the order of the sizes
 * @param ending how the race ends, if it does
 */
record Judgement(Map<LambdaSize, Departure> departures, Optional<Ending> ending) {

    static final Judgement NOTHING_YET = new Judgement(Map.of(), Optional.empty());

    /**
     * An end.
     *
     * @param word how
     * @param advised the size, if one is
     * @param confidence that it is within the zone of the best
     */
    record Ending(VerdictWord word, Optional<LambdaSize> advised, double confidence) {}
}
