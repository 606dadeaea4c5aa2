/**
 * What callers may do: grants of roles, limited by capability and resource, and the decision that follows. Pure; denies
 * what no grant allows.
 */
package io.agentctl.plane.access;
