package io.agentctl.control.race;

import java.util.List;
import java.util.Optional;

/**
 * When failed invocations take a size out of the race: one time-out or one lack of memory, for neither comes back by
 * itself; errors and throttles when they are two at least and more than a fifth, so that one hiccup does not cost a
 * good size its place.
 */
final class Failures {

    private static final int LEAST = 2;
    private static final double SHARE = 0.2;

    private Failures() {}

    static Optional<Departure> of(List<Measurement> measured) {
        List<Measurement> failed =
                measured.stream().filter(one -> !one.succeeded()).toList();
        Optional<Measurement> ending =
                failed.stream().filter(one -> one.outcome().rulesOutAtOnce()).findFirst();
        if (ending.isPresent()) {
            return Optional.of(departure(ending.get().outcome(), failed.size(), measured.size()));
        }
        if (failed.size() >= LEAST && failed.size() > SHARE * measured.size()) {
            return Optional.of(departure(failed.getLast().outcome(), failed.size(), measured.size()));
        }
        return Optional.empty();
    }

    private static Departure departure(Outcome outcome, int failed, int measured) {
        return new Departure(
                Departure.Cause.FAILED, outcome.words() + " (" + failed + " of " + measured + " invocations failed)");
    }
}
