/**
 * Objectives as files: OpenSLO v1 read with all its mistakes at once. Depends on YAML, metrics and the records of
 * objectives alone.
 */
package io.agentctl.control.slo.document;
