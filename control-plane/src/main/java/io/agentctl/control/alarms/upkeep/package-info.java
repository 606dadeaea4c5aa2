/**
 * Alarms in CloudWatch: observed, compared with what is wanted (pure), changed through the journal, listed, muted and
 * tried. {@link io.agentctl.control.alarms.upkeep.AlarmGateway} alone talks to AWS about them.
 */
package io.agentctl.control.alarms.upkeep;
