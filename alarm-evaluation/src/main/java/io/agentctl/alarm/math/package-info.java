/** Metric math: expressions parsed with the place of each fault, checked for their types, computed. */
package io.agentctl.alarm.math;
