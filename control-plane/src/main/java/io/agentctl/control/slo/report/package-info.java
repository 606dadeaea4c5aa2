/**
 * How well objectives are kept: what was measured, what of the budget is spent, and how long it will last. All but
 * {@code ReportObjectives} is pure. Depends on objectives and metrics.
 */
package io.agentctl.control.slo.report;
