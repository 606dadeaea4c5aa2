package io.agentctl.control.lambda.concurrency;

import io.agentctl.control.lambda.ObservedAlias;
import io.agentctl.control.lambda.ObservedFunction;
import java.util.List;
import java.util.Optional;

/**
 * A function and what of it is kept ready.
 *
 * @param function the function
 * @param ready what is kept ready, by alias or version
 * @param account what the account allows
 */
record ObservedConcurrency(ObservedFunction function, List<KeptReady> ready, Account account) {

    /**
     * The concurrency of an account.
     *
     * @param limit how many invocations may run at once
     * @param unreserved how many of them no function has for itself, neither reserved nor kept ready
     */
    record Account(int limit, int unreserved) {}

    ObservedConcurrency {
        ready = List.copyOf(ready);
    }

    Optional<KeptReady> ready(String qualifier) {
        return ready.stream().filter(one -> one.qualifier().equals(qualifier)).findFirst();
    }

    /** How many are asked for in all, those of one qualifier left out. */
    int requestedBesides(String qualifier) {
        return ready.stream()
                .filter(one -> !one.qualifier().equals(qualifier))
                .mapToInt(KeptReady::requested)
                .sum();
    }

    /** What must not have changed when a plan is applied: where calls go, and how many are kept ready for them. */
    String fingerprint(ConcurrencyTarget target) {
        String calls = function.alias(target.qualifier())
                .map(alias -> alias.version() + " " + alias.weights())
                .orElse(target.qualifier());
        return calls + ", ready: "
                + ready(target.qualifier()).map(KeptReady::text).orElse("none");
    }

    Optional<ObservedAlias> alias(ConcurrencyTarget target) {
        return function.alias(target.qualifier());
    }
}
