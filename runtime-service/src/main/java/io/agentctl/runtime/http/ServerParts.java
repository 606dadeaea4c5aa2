package io.agentctl.runtime.http;

import io.agentctl.runtime.backend.BackendHealth;
import io.agentctl.runtime.dispatch.Admission;
import io.agentctl.runtime.dispatch.Dispatcher;
import io.agentctl.runtime.policy.PolicyState;
import io.agentctl.runtime.telemetry.EventLog;
import io.agentctl.runtime.telemetry.ExchangeListener;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the server puts on the network.
 *
 * @param metrics all of them, in Prometheus's text format
 * @param identity what {@code /health} says of this instance besides its state
 */
public record ServerParts(
        Dispatcher dispatcher,
        Admission admission,
        Supplier<PolicyState> policies,
        Supplier<List<BackendHealth>> backends,
        Supplier<byte[]> metrics,
        ExchangeListener listener,
        EventLog events,
        InstantSource clock,
        Map<String, Object> identity) {}
