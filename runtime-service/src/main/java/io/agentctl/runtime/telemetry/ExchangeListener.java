package io.agentctl.runtime.telemetry;

/** Is told of each dispatch once its answer is out; must not block. */
@FunctionalInterface
public interface ExchangeListener {

    /** Takes note. */
    void ended(Exchange exchange);
}
