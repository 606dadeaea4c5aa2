/** What there is, by name alone: for completion. Each kind is the cheapest list that AWS has of it. */
package io.agentctl.control.names;
