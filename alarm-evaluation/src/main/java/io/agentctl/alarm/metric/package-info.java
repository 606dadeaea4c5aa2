/** Metric alarms: M of N data points, missing data, few samples. */
package io.agentctl.alarm.metric;
