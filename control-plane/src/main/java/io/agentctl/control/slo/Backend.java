package io.agentctl.control.slo;

/** What keeps watch over how fast the budget of an objective is spent. */
public enum Backend {
    /** Alarms over the objective's own metrics. */
    ALARMS,
    /** An objective of Application Signals, and alarms over the burn rates that it publishes. */
    APPLICATION_SIGNALS
}
