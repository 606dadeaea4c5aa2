/**
 * Sets of alarms played over what was measured, minute by minute, as CloudWatch would have decided them: metrics, math,
 * composites, suppression. Pure but for {@code HistoryReader} and the use case. Depends on definitions and metrics.
 */
package io.agentctl.control.alarms.replay;
