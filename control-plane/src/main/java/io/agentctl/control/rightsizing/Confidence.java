package io.agentctl.control.rightsizing;

/** How far the data carries the advice. */
public enum Confidence {
    NONE,
    LOW,
    MEDIUM,
    HIGH
}
