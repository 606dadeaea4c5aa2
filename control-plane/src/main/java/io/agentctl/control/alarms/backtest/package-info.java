/** Alarms tried on history: when each would have fired, what it would have found, which thresholds find more (pure). */
package io.agentctl.control.alarms.backtest;
