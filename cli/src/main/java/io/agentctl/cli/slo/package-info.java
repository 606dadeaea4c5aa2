/** {@code agentctl slo}: objectives, how well they are kept, and what is left of their budgets. */
package io.agentctl.cli.slo;
