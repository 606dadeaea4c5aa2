package io.agentctl.runtime.telemetry;

import java.util.List;

/** Tells several listeners. */
public record Listeners(List<ExchangeListener> listeners) implements ExchangeListener {

    public Listeners {
        listeners = List.copyOf(listeners);
    }

    @Override
    public void ended(Exchange exchange) {
        for (ExchangeListener listener : listeners) {
            listener.ended(exchange);
        }
    }
}
