/**
 * What a table's demand would have cost and how much of it would have been throttled under each setting of its
 * capacity, minute by minute; and which setting is the cheapest. Pure; depends on metrics' series and on prices.
 */
package io.agentctl.control.capacity.simulation;
