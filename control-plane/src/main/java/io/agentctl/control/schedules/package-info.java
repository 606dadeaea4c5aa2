/**
 * What control planes do at their times, as the one that leads keeps it in the team's table: how it ended, what was
 * found. Depends on the team's table alone.
 */
package io.agentctl.control.schedules;
