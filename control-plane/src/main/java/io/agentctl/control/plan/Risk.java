package io.agentctl.control.plan;

/** How much can go wrong when a change is applied, from what was observed. */
public enum Risk {
    LOW,
    MEDIUM,
    HIGH
}
