/**
 * {@code agentctl slo} and {@code agentctl budget}: objectives, what is left of their budgets, and how full things run.
 */
package io.agentctl.cli.slo;
