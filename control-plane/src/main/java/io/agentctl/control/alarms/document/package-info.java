/**
 * Objectives and alarms as files: found, read with all their mistakes at once, and the ones that ship. Depends on
 * {@code slo.document}, {@code alarms.definition} and YAML.
 */
package io.agentctl.control.alarms.document;
