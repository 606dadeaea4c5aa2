/**
 * From objectives to the alarms that watch over them, and what is wrong with those: pure functions. Depends on
 * objectives, definitions and the rules of alarm-evaluation.
 */
package io.agentctl.control.alarms.compose;
