/**
 * The state of a runtime at a glance: how full things run against their budgets, and one page of everything. Asks the
 * capabilities; nothing depends on it.
 */
package io.agentctl.control.overview;
