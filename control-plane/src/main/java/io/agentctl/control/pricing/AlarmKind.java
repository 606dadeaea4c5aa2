package io.agentctl.control.pricing;

/** How CloudWatch charges for alarms. */
public enum AlarmKind {
    /** For each metric in an alarm with periods of a minute and more. */
    STANDARD,
    /** For each metric in an alarm with shorter periods. */
    HIGH_RESOLUTION,
    /** For each composite alarm, whatever it names. */
    COMPOSITE
}
