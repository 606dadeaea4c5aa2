package io.agentctl.alarm;

/** The state of an alarm, named as CloudWatch names it. */
public enum AlarmState {
    OK,
    ALARM,
    INSUFFICIENT_DATA
}
