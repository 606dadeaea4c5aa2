package io.agentctl.control.lambda.concurrency;

/** By which rule a level is advised. */
public enum LevelRule {
    /** The cheapest that covers the share of the periods that was asked for. */
    COVER,
    /** The one with the most invocations in ready environments that is no dearer than none at all. */
    NO_DEARER
}
