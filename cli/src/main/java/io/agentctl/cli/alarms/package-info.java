/** {@code agentctl alarms}. */
package io.agentctl.cli.alarms;
