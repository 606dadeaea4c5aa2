/**
 * Objectives: what the runtime promises, as files and as data, and how well it is kept. Depends on metrics, YAML and
 * errors.
 */
package io.agentctl.control.slo;
