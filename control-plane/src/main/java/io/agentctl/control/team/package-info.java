/**
 * Records in the table that a project shares, {@code ${project}-agentctl}: a JSON document each, written on conditions.
 * Of what is in the documents it knows nothing.
 */
package io.agentctl.control.team;
