/**
 * Load made and measured: the loop that sends on schedule, what it records, how it watches itself, and the use case
 * that runs a scenario against a target. Depends on scenario, threshold and http.
 */
package io.agentctl.control.performance.load;
