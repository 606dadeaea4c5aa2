/**
 * {@code agentctl status} and {@code agentctl budget}: the state of the runtime at a glance, and how full things run.
 */
package io.agentctl.cli.status;
