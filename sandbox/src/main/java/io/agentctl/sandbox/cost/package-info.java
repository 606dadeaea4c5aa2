/**
 * Cost Explorer, as far as Lambda goes: bills computed from what the simulated functions did. Depends on the emulations
 * whose bills these are, through their client interfaces.
 */
package io.agentctl.sandbox.cost;
