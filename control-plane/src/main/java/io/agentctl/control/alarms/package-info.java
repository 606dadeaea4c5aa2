/** CloudWatch alarms: tried on history before they are set. */
package io.agentctl.control.alarms;
