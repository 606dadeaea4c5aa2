/**
 * Alarms as they should be: plain data, which planners make, gateways write and back-tests play. Depends on metrics, on
 * places in files and on the rules of alarm-evaluation alone.
 */
package io.agentctl.control.alarms.definition;
