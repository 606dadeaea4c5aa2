package io.agentctl.runtime;

import io.agentctl.runtime.policy.ActivePolicies;
import io.agentctl.runtime.policy.FlipListener;
import io.agentctl.runtime.telemetry.Exchange;
import io.agentctl.runtime.telemetry.ExchangeListener;

/** Has the shadow evaluated once an answer is out. */
record ShadowListener(ActivePolicies policies, FlipListener flips) implements ExchangeListener {

    @Override
    public void ended(Exchange exchange) {
        exchange.decided().ifPresent(decided -> policies.shadow(decided, flips));
    }
}
