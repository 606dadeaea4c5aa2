/** Composite alarms: rules over the states of other alarms, and actions held back by another alarm. */
package io.agentctl.alarm.composite;
